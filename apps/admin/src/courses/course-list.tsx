import type { CourseView } from '@roundtable/contracts';
import { DataTable, SelectInput, TextInput } from 'react-admin';
import { useRoles } from '../api/access';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { Hidden } from '../look/hidden';
import { listOf } from '../look/list-of';
import { DemonstrationTag, Tag } from '../look/tag';
import { TextLink } from '../look/text-link';
import { Interested } from './interested';
import { choicesOf, COURSE_STATUS, sentenceCase } from '../words/labels';

const Col = DataTable.Col<CourseView>;
const onlyWide = { display: { xs: 'none', lg: 'table-cell' } };

const filters = [
  <TextInput key="q" source="q" label="Title, code or topic" type="search" helperText={false} />,
  <SelectInput key="status" source="status" label="State" choices={choicesOf(COURSE_STATUS)} helperText={false} />,
  <TextInput key="level" source="level" label="Level" helperText={false} />,
];

export default function CourseList() {
  const { may } = useRoles();
  return (
    <ListPage
      resource="courses"
      heading="Courses"
      create="Add a course"
      sort={{ field: 'title', order: 'ASC' }}
      filters={filters}
      empty="There are no courses yet. Add one, then plan its first event."
    >
      <ListTable<CourseView>>
        <Col
          source="title"
          label="Title"
          render={({ id, title, demonstration }) => (
            <>
              {may('courses.write') ? (
                <TextLink to={`/courses/${id}`} strong>
                  {title}
                </TextLink>
              ) : (
                title
              )}{' '}
              {demonstration ? <DemonstrationTag /> : null}
            </>
          )}
        />
        <Col source="code" label="Code" />
        <Col label="Kind" disableSort sx={onlyWide} render={({ kind }) => sentenceCase(kind)} />
        <Col source="level" label="Level" align="right" render={({ level }) => level ?? ''} />
        <Col label="Hours" disableSort align="right" render={({ hours }) => hours ?? ''} />
        <Col
          label="Asks for first"
          disableSort
          sx={onlyWide}
          render={({ prerequisites }) => prerequisites.map(({ title }) => title).join(', ')}
        />
        <Col label="Interested" disableSort align="right" render={({ id }) => <Interested courseId={id} />} />
        <Col
          source="status"
          label="State"
          render={({ status, isToReview }) => (
            <>
              <Tag tone={status === 'published' ? 'good' : 'plain'}>{COURSE_STATUS[status]}</Tag>{' '}
              {isToReview ? <Tag tone="attention">To review</Tag> : null}
            </>
          )}
        />
        <Col
          label="See"
          disableSort
          render={({ id, title }) => (
            <TextLink to={`${listOf('events', { courseId: id })}&sort=startsAt&order=DESC`}>
              Events<Hidden> of {title}</Hidden>
            </TextLink>
          )}
        />
      </ListTable>
    </ListPage>
  );
}
