import { Box, Button } from '@mui/material';
import { paths, type CourseView } from '@roundtable/contracts';
import { EditBase, useEditContext } from 'react-admin';
import { Link } from 'react-router-dom';
import { useRoles } from '../api/access';
import { FormPage } from '../layout/form-page';
import { Heading } from '../look/heading';
import { Refusal, Waiting } from '../look/notices';
import { Tag } from '../look/tag';
import { ResourcesPanel } from '../resources/resources-panel';
import { COURSE_STATUS } from '../words/labels';
import { AddressPanel } from './address-panel';
import { ArchiveCourse } from './archive-course';
import { CourseFields } from './course-fields';
import { asChange, courseForm } from './course-form';
import { LearningSourcesPanel } from './learning-sources-panel';
import { PublishCourse } from './publish-course';

export default function CourseEdit() {
  return (
    <EditBase resource="courses" mutationMode="pessimistic" redirect={false} transform={asChange}>
      <Course />
    </EditBase>
  );
}

function Course() {
  const { record, error } = useEditContext<CourseView>();
  const { may } = useRoles();
  if (error) return <Refusal error={error} />;
  if (!record) return <Waiting />;
  return (
    <>
      <Heading
        intro={
          <>
            State: {COURSE_STATUS[record.status].toLowerCase()}{' '}
            {record.isToReview ? <Tag tone="attention">To review: it teaches an old edition</Tag> : null}
          </>
        }
      >
        {record.title}
      </Heading>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mb: 2.5 }}>
        {record.status === 'published' ? null : <PublishCourse course={record} />}
        <Button component="a" href={paths.coursePreview({ slug: record.slug })} variant="outlined">
          Preview the page
        </Button>
        <Button component={Link} to={`/courses/${record.id}/terms`} variant="outlined">
          Fees and cancelling
        </Button>
        {may('evaluation-forms.read') ? (
          <Button component={Link} to={`/courses/${record.id}/evaluation-form`} variant="outlined">
            Evaluation form
          </Button>
        ) : null}
        {record.status === 'published' ? <ArchiveCourse course={record} /> : null}
      </Box>
      <FormPage verb="Save the changes" back="/courses" record={courseForm(record)}>
        <CourseFields />
      </FormPage>
      <Box sx={{ mt: 2.5 }}>
        <ResourcesPanel place={{ kind: 'courses', id: record.id }} />
        {may('learning-sources.read') ? <LearningSourcesPanel course={record} /> : null}
        <AddressPanel course={record} />
      </Box>
    </>
  );
}
