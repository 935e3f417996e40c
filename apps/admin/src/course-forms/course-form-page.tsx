import type { CourseFormView } from '@roundtable/contracts';
import { useParams } from 'react-router-dom';
import { useAnswer } from '../api/use-answer';
import { Heading } from '../look/heading';
import { Refusal, Waiting } from '../look/notices';
import { TextLink } from '../look/text-link';
import { FormDraft } from './form-draft';
import { VersionsPanel } from './versions-panel';

/** The evaluation form of a course: what is asked, when, and in which versions. */
export default function CourseFormPage() {
  const { id = '' } = useParams();
  const { data: form, error } = useAnswer<CourseFormView>(`/courses/${encodeURIComponent(id)}/evaluation-form`);
  if (error) return <Refusal error={error} />;
  if (!form) return <Waiting />;
  return (
    <>
      <Heading
        title={`Evaluation form: ${form.courseTitle}`}
        intro={
          <>
            {form.current
              ? `Version ${form.current.version} is asked now.`
              : 'The course asks its outcome statements before, after and at follow-up, as long as no form is published.'}{' '}
            <TextLink to={`/courses/${encodeURIComponent(form.courseId)}`}>{form.courseTitle}</TextLink>
          </>
        }
      >
        Evaluation form
      </Heading>
      <FormDraft key={form.draft?.id ?? form.current?.id ?? 'none'} form={form} />
      <VersionsPanel versions={form.versions} />
    </>
  );
}
