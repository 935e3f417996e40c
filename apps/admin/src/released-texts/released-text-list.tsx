import type { ReleasedTextView } from '@roundtable/contracts';
import { DataTable, TextInput } from 'react-admin';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { DemonstrationTag, Tag } from '../look/tag';
import { TextLink } from '../look/text-link';
import { dayInWords } from '../words/london-time';

const Col = DataTable.Col<ReleasedTextView>;

const onlyWide = { display: { xs: 'none', lg: 'table-cell' } };

const filters = [<TextInput key="q" source="q" label="Course" type="search" helperText={false} />];

/** What readers let through, for the coordinator. */
export default function ReleasedTextList() {
  return (
    <ListPage
      resource="released-texts"
      heading="In their own words"
      intro="What people wrote in evaluations, once an evaluation reader let it through. Where fewer than five answered, only the course is told. These are no quotes: for those, see Quotes."
      sort={{ field: 'courseTitle', order: 'ASC' }}
      filters={filters}
      empty="Nothing was let through yet."
    >
      <ListTable<ReleasedTextView>>
        <Col
          source="courseTitle"
          label="Course"
          render={({ courseTitle, demonstration }) => (
            <>
              {courseTitle} {demonstration ? <DemonstrationTag /> : null}
            </>
          )}
        />
        <Col
          label="Event"
          disableSort
          render={({ eventId, eventStartsAt }) =>
            eventId ? (
              <TextLink to={`/events/${eventId}/show`}>
                {eventStartsAt ? dayInWords(eventStartsAt) : 'no date'}
              </TextLink>
            ) : (
              'not told'
            )
          }
        />
        <Col label="Question" disableSort sx={onlyWide} render={({ question }) => question} />
        <Col
          label="What was written"
          disableSort
          sx={{ minWidth: '10rem' }}
          render={({ text, isByLineManager }) => (
            <>
              {text} {isByLineManager ? <Tag>by a line manager</Tag> : null}
            </>
          )}
        />
      </ListTable>
    </ListPage>
  );
}
