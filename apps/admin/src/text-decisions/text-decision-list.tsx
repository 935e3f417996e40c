import type { TextDecisionView } from '@roundtable/contracts';
import { DataTable, SelectInput, TextInput } from 'react-admin';
import { useRoles } from '../api/access';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { Moment } from '../look/moment';
import { Tag } from '../look/tag';
import { TextLink } from '../look/text-link';
import { choicesOf } from '../words/labels';
import { momentInWords } from '../words/london-time';
import { TEXT_DECISION, TEXT_SIGN } from '../words/text-labels';

const Col = DataTable.Col<TextDecisionView>;

const filters = [
  <TextInput key="q" source="q" label="Course" type="search" helperText={false} />,
  <SelectInput
    key="decision"
    source="decision"
    label="Decision"
    choices={choicesOf(TEXT_DECISION)}
    helperText={false}
  />,
];

/** The log of decisions on free text; it holds no text. */
export default function TextDecisionList() {
  return (
    <ListPage
      resource="text-decisions"
      heading="Decisions on texts"
      intro="Who decided what about texts in evaluations, and to whom concerns were passed on. The texts are not here, and this is not a case record."
      sort={{ field: 'decidedAt', order: 'DESC' }}
      filters={filters}
      empty="Nothing was decided yet."
    >
      <ListTable<TextDecisionView>>
        <Col
          source="decidedAt"
          label="Decided"
          render={({ decidedAt, isLate }) => (
            <>
              <Moment at={decidedAt} /> {isLate ? <Tag tone="bad">late</Tag> : null}
            </>
          )}
        />
        <Col label="By" disableSort render={({ decidedByName }) => decidedByName ?? ''} />
        <Col label="Course" disableSort render={(line) => <About line={line} />} />
        <Col label="Looked like" disableSort render={({ signs }) => signs.map((sign) => TEXT_SIGN[sign]).join(', ')} />
        <Col label="Decision" disableSort render={({ decision }) => TEXT_DECISION[decision]} />
        <Col
          label="Passed on to"
          disableSort
          render={({ passedOnTo, passedOnAt }) =>
            passedOnTo && passedOnAt ? `${passedOnTo}, ${momentInWords(passedOnAt)}` : ''
          }
        />
      </ListTable>
    </ListPage>
  );
}

function About({ line: { textId, courseTitle } }: { line: TextDecisionView }) {
  const { may } = useRoles();
  return may('evaluation-texts.read') ? (
    <TextLink to={`/evaluation-texts/${textId}/show`}>{courseTitle}</TextLink>
  ) : (
    courseTitle
  );
}
