import { AutocompleteInput, ReferenceInput, type Validator } from 'react-admin';

interface CourseInputProps {
  validate?: Validator;
  helperText?: false;
}

/** Chooses one course by a part of its title. */
export function CourseInput({ validate, helperText }: CourseInputProps) {
  return (
    <ReferenceInput source="courseId" reference="courses" sort={{ field: 'title', order: 'ASC' }} perPage={50}>
      <AutocompleteInput
        label="Course"
        optionText="title"
        filterToQuery={(q: string) => (q ? { q } : {})}
        validate={validate}
        helperText={helperText}
      />
    </ReferenceInput>
  );
}
