import { useQuery } from '@tanstack/react-query';
import type { CourseTerms, CourseTermsView, CourseView } from '@roundtable/contracts';
import { maxLength, maxValue, minValue, NumberInput, TextInput, useGetOne, useRedirect } from 'react-admin';
import { useParams } from 'react-router-dom';
import { fieldErrors } from '../api/refusals';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { FormPage } from '../layout/form-page';
import { FeesInput } from '../look/fees-input';
import { Heading } from '../look/heading';
import { Refusal, Waiting } from '../look/notices';
import { feesFrom, typedFees, type TypedFee } from '../words/typed-fees';

interface TermsForm {
  fees: TypedFee[];
  freeCancellationWorkingDays?: number | null;
  costCode?: string | null;
}

/** What a place on a course costs and until when cancelling is free; events may say otherwise. */
export default function CourseTermsPage() {
  const { id = '' } = useParams();
  const redirect = useRedirect();
  const course = useGetOne<CourseView>('courses', { id });
  const path = `/courses/${encodeURIComponent(id)}/terms`;
  const terms = useQuery({ queryKey: ['courses', 'terms', id], queryFn: () => api.get<CourseTermsView>(path) });
  const save = useAction((wanted: CourseTerms) => api.patch<CourseTermsView>(path, wanted), {
    done: 'The fees are saved. Events that say nothing of their own follow at once.',
    onDone: () => redirect('edit', 'courses', id),
    showsRefusal: true,
  });
  const error = course.error ?? terms.error;
  if (error) return <Refusal error={error} />;
  if (!course.data || !terms.data) return <Waiting />;
  const submit = async ({ fees, freeCancellationWorkingDays, costCode }: TermsForm) => {
    try {
      await save.mutateAsync({
        fees: feesFrom(fees),
        freeCancellationWorkingDays: freeCancellationWorkingDays ?? null,
        costCode: costCode?.trim() || null,
      });
      return undefined;
    } catch (refusal) {
      return fieldErrors(refusal);
    }
  };
  return (
    <>
      <Heading intro={`${course.data.title}. Each event may say otherwise on its own page.`}>
        Fees and cancelling
      </Heading>
      <Refusal error={save.error} />
      <FormPage
        verb="Save the fees"
        back={`/courses/${id}`}
        record={{ ...terms.data, id, fees: typedFees(terms.data.fees) }}
        onSubmit={(values: unknown) => submit(values as TermsForm)}
      >
        <FeesInput hint="Where no fee is set a place is free." />
        <NumberInput
          source="freeCancellationWorkingDays"
          label="Cancelling is free until so many working days before (optional)"
          helperText="5 where it is empty; 0 is until the start. People see the date that follows, at 5pm."
          min={0}
          step={1}
          validate={[minValue(0, 'Enter 0 or more'), maxValue(60, 'Enter 60 or fewer')]}
        />
        <TextInput
          source="costCode"
          label="Cost code (optional)"
          helperText="What finance books charges of this course under."
          validate={maxLength(40, 'Use 40 characters or fewer')}
        />
      </FormPage>
    </>
  );
}
