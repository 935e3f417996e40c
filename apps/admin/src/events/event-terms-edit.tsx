import { Typography } from '@mui/material';
import type { EventChange, EventView } from '@roundtable/contracts';
import { useGetOne, useRedirect } from 'react-admin';
import { useParams } from 'react-router-dom';
import { fieldErrors } from '../api/refusals';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { FormPage } from '../layout/form-page';
import { Heading } from '../look/heading';
import { Refusal, Waiting } from '../look/notices';
import { atFormFields, changeFrom, formFrom, type TermsForm } from './event-terms-form';
import { EventTermsFields } from './event-terms-fields';
import { eventInWords } from './office-event';
import { useEventTerms } from './use-event-terms';

/** On what terms places of an event are given. Nobody is mailed about these. */
export default function EventTermsEdit() {
  const { id = '' } = useParams();
  const redirect = useRedirect();
  const event = useGetOne<EventView>('events', { id });
  const terms = useEventTerms(id);
  const save = useAction((change: EventChange) => api.patch<EventView>(`/events/${encodeURIComponent(id)}`, change), {
    done: 'The terms are saved. Nobody was mailed about them.',
    onDone: () => redirect('show', 'events', id),
    showsRefusal: true,
  });
  const error = event.error ?? terms.error;
  if (error) return <Refusal error={error} />;
  if (!event.data || !terms.data) return <Waiting />;
  const submit = async (form: TermsForm) => {
    try {
      await save.mutateAsync(changeFrom(form));
      return undefined;
    } catch (refusal) {
      return atFormFields(fieldErrors(refusal));
    }
  };
  return (
    <>
      <Heading
        title={`Change the terms: ${eventInWords(event.data)}`}
        intro={`${eventInWords(event.data)}. Nobody is mailed about a change of terms; the pages show the dates that follow at once.`}
      >
        Change the terms
      </Heading>
      <Refusal error={save.error} />
      <FormPage
        verb="Save the terms"
        back={`/events/${id}/show`}
        record={{ id, ...formFrom(terms.data) }}
        onSubmit={(values: unknown) => submit(values as TermsForm)}
      >
        <Typography component="p">All times are London times.</Typography>
        <EventTermsFields />
      </FormPage>
    </>
  );
}
