import { CreateBase } from 'react-admin';
import { FormPage } from '../layout/form-page';
import { Heading } from '../look/heading';
import { CourseFields } from './course-fields';

export default function CourseCreate() {
  return (
    <CreateBase resource="courses" redirect="edit">
      <Heading intro="It starts as a draft. Nobody outside the office sees it until you publish it.">
        Add a course
      </Heading>
      <FormPage verb="Add the course" back="/courses" sanitizeEmptyValues>
        <CourseFields />
      </FormPage>
    </CreateBase>
  );
}
