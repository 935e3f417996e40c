import { Button } from '@mui/material';
import type { CourseView } from '@roundtable/contracts';
import { EditBase, useEditContext, type TransformData } from 'react-admin';
import { Link } from 'react-router-dom';
import { FormPage } from '../layout/form-page';
import { Heading } from '../look/heading';
import { Refusal, Waiting } from '../look/notices';
import { COURSE_STATUS } from '../words/labels';
import { CourseFields } from './course-fields';
import { PublishCourse } from './publish-course';

type CourseForm = CourseView & { prerequisiteModuleIds: string[] };

function moduleIdsOf({ prerequisites }: CourseView): string[] {
  return prerequisites.filter(({ kind }) => kind === 'module').map(({ id }) => id);
}

/** The chosen modules travel only when they differ from what is stored. */
const withoutUnchangedModules: TransformData = (data: CourseForm) => {
  const { prerequisiteModuleIds, ...course } = data;
  const isUnchanged = [...prerequisiteModuleIds].sort().join() === moduleIdsOf(data).sort().join();
  return isUnchanged ? course : data;
};

export default function CourseEdit() {
  return (
    <EditBase resource="courses" mutationMode="pessimistic" redirect={false} transform={withoutUnchangedModules}>
      <Course />
    </EditBase>
  );
}

function Course() {
  const { record, error } = useEditContext<CourseView>();
  if (error) return <Refusal error={error} />;
  if (!record) return <Waiting />;
  return (
    <>
      <Heading
        intro={`State: ${COURSE_STATUS[record.status].toLowerCase()}`}
        actions={
          <>
            <Button component={Link} to={`/courses/${record.id}/terms`} variant="outlined">
              Fees and cancelling
            </Button>
            {record.status === 'draft' ? <PublishCourse course={record} /> : null}
          </>
        }
      >
        {record.title}
      </Heading>
      <FormPage
        verb="Save the changes"
        back="/courses"
        record={{ ...record, prerequisiteModuleIds: moduleIdsOf(record) }}
      >
        <CourseFields />
      </FormPage>
    </>
  );
}
