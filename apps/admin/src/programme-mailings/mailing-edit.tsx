import type { ProgrammeMailingView } from '@roundtable/contracts';
import { useGetOne } from 'react-admin';
import { useNavigate, useParams } from 'react-router-dom';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { Heading } from '../look/heading';
import { Nothing, Refusal, Waiting } from '../look/notices';
import { draftOf } from '../mailings/draft';
import { momentInWords } from '../words/london-time';
import { MailingForm, type ProgrammeMailingWish } from './mailing-form';

/** Changes a programme mailing that waits for its time. */
export default function MailingEdit() {
  const { id = '' } = useParams();
  const { data, error } = useGetOne<ProgrammeMailingView>('programme-mailings', { id });
  if (error) return <Refusal error={error} />;
  if (!data) return <Waiting />;
  return (
    <>
      <Heading>Change a programme mailing</Heading>
      {data.state === 'scheduled' ? (
        <Change mail={data} />
      ) : (
        <Nothing>This mailing has gone out or was taken back, so it cannot be changed.</Nothing>
      )}
    </>
  );
}

function Change({ mail }: { mail: ProgrammeMailingView }) {
  const navigate = useNavigate();
  const shown = `/programme-mailings/${mail.id}/show`;
  const change = useAction(
    (wish: ProgrammeMailingWish) =>
      api.patch<ProgrammeMailingView>(`/programme-mailings/${encodeURIComponent(mail.id)}`, wish),
    {
      done: ({ sendAt }) => `The mailing is changed. It goes on ${momentInWords(sendAt)}.`,
      onDone: () => void navigate(shown),
      showsRefusal: true,
    },
  );
  return (
    <MailingForm
      start={{ draft: draftOf(mail), audience: mail.audience, eventIds: mail.eventIds }}
      isChange
      isBusy={change.isPending}
      error={change.error}
      back={shown}
      onSend={(wish) => change.mutate(wish)}
    />
  );
}
