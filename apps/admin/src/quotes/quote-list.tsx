import type { QuoteView } from '@roundtable/contracts';
import { DataTable, SelectInput, TextInput } from 'react-admin';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { SmallButton } from '../look/small-button';
import { DemonstrationTag, Tag } from '../look/tag';
import { choicesOf } from '../words/labels';
import { QUOTE_STATE } from '../words/text-labels';

const Col = DataTable.Col<QuoteView>;
const TONES = { waiting: 'attention', approved: 'good', declined: 'plain' } as const;

const onlyWide = { display: { xs: 'none', lg: 'table-cell' } };

const filters = [
  <TextInput key="q" source="q" label="Course" type="search" helperText={false} />,
  <SelectInput key="state" source="state" label="State" choices={choicesOf(QUOTE_STATE)} helperText={false} />,
];

/** Words that may be quoted: their authors agreed, and a reader let them through. */
export default function QuoteList() {
  return (
    <ListPage
      resource="quotes"
      heading="Quotes"
      intro="Words whose authors agreed to be quoted, and that an evaluation reader let through. Approve what may be used; name the course, never a person. When somebody takes their consent back, their words vanish here."
      sort={{ field: 'courseTitle', order: 'ASC' }}
      filterDefaultValues={{ state: 'waiting' }}
      filters={filters}
      empty="There is nothing to quote yet."
    >
      <ListTable<QuoteView>>
        <Col label="Words" disableSort sx={{ minWidth: '10rem' }} render={({ text }) => text} />
        <Col
          source="courseTitle"
          label="Course"
          render={({ courseTitle, demonstration }) => (
            <>
              {courseTitle} {demonstration ? <DemonstrationTag /> : null}
            </>
          )}
        />
        <Col label="Question" disableSort sx={onlyWide} render={({ question }) => question} />
        <Col label="State" disableSort render={({ state }) => <Tag tone={TONES[state]}>{QUOTE_STATE[state]}</Tag>} />
        <Col label="Decide" disableSort render={(quote) => <Decide quote={quote} />} />
      </ListTable>
    </ListPage>
  );
}

function Decide({ quote: { id, text, state } }: { quote: QuoteView }) {
  const decide = useAction(
    (isApproved: boolean) => api.post<QuoteView>(`/quotes/${encodeURIComponent(id)}/decision`, { isApproved }),
    { done: ({ state: now }) => (now === 'approved' ? 'This quote may be used.' : 'This quote is not used.') },
  );
  const what = `the quote ‘${text.slice(0, 60)}’`;
  return (
    <>
      {state === 'approved' ? null : <SmallButton verb="Approve" what={what} onClick={() => decide.mutate(true)} />}
      {state === 'declined' ? null : (
        <SmallButton verb="Do not approve" what={what} isEnd onClick={() => decide.mutate(false)} />
      )}
    </>
  );
}
