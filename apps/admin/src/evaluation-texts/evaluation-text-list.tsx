import type { EvaluationTextView } from '@roundtable/contracts';
import { DataTable, SelectInput, TextInput } from 'react-admin';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { Hidden } from '../look/hidden';
import { Moment } from '../look/moment';
import { DemonstrationTag, Tag } from '../look/tag';
import { TextLink } from '../look/text-link';
import { choicesOf } from '../words/labels';
import { momentInWords } from '../words/london-time';
import { TEXT_SIGN, TEXT_STATE } from '../words/text-labels';
import { TextDue } from './text-due';

const Col = DataTable.Col<EvaluationTextView>;

const onlyWide = { display: { xs: 'none', lg: 'table-cell' } };

const filters = [
  <TextInput key="q" source="q" label="Course" type="search" helperText={false} />,
  <SelectInput key="state" source="state" label="State" choices={choicesOf(TEXT_STATE)} helperText={false} />,
  <SelectInput
    key="isFlagged"
    source="isFlagged"
    label="Put first"
    choices={[
      { id: 'true', name: 'Looks like something' },
      { id: 'false', name: 'Nothing found' },
    ]}
    helperText={false}
  />,
];

/** What evaluation readers read. No text stands here: opening one is a step of its own, and is written down. */
export default function EvaluationTextList() {
  return (
    <ListPage
      resource="evaluation-texts"
      heading="Texts to read"
      intro="What people wrote in evaluations. Nobody else sees it until you let it through. Texts that look like a name, a birth date or an allegation come first and are due within one working day; the others may hold something, too."
      sort={{ field: 'waiting', order: 'ASC' }}
      filterDefaultValues={{ state: 'held' }}
      filters={filters}
      empty="Nobody wrote anything yet."
    >
      <ListTable<EvaluationTextView>>
        <Col
          label="Course"
          disableSort
          render={({ id, courseTitle, writtenAt, demonstration }) => (
            <>
              <TextLink to={`/evaluation-texts/${id}/show`} strong>
                {courseTitle}
                <Hidden>, written {momentInWords(writtenAt)}</Hidden>
              </TextLink>{' '}
              {demonstration ? <DemonstrationTag /> : null}
            </>
          )}
        />
        <Col
          label="Looks like"
          disableSort
          render={({ signs }) =>
            signs.length > 0 ? <Tag tone="attention">{signs.map((sign) => TEXT_SIGN[sign]).join(', ')}</Tag> : ''
          }
        />
        <Col source="dueAt" label="Decision due" render={(text) => <TextDue text={text} />} />
        <Col source="writtenAt" label="Written" render={({ writtenAt }) => <Moment at={writtenAt} />} />
        <Col label="Question" disableSort sx={onlyWide} render={({ question }) => question} />
        <Col label="State" disableSort render={({ state }) => TEXT_STATE[state]} />
      </ListTable>
    </ListPage>
  );
}
