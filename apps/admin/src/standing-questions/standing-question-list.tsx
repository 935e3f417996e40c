import type { StandingQuestionView } from '@roundtable/contracts';
import { DataTable, SelectInput, TextInput } from 'react-admin';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { KIND_NAMES } from '../course-forms/edited-question';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { SmallButton } from '../look/small-button';
import { Tag } from '../look/tag';
import { AddStandingQuestion } from './add-standing-question';
import { SayWhatItFollows } from './say-what-it-follows';

const Col = DataTable.Col<StandingQuestionView>;

const filters = [
  <TextInput key="q" source="q" label="Question" type="search" helperText={false} />,
  <SelectInput
    key="isRetired"
    source="isRetired"
    label="State"
    choices={[
      { id: 'false', name: 'Offered' },
      { id: 'true', name: 'Retired' },
    ]}
    helperText={false}
  />,
];

/** The partnership's own questions, which any course's form may ask. */
export default function StandingQuestionList() {
  return (
    <>
      <ListPage
        resource="standing-questions"
        heading="Standing questions"
        intro="Questions that stay the same across courses and years, so that their answers can be compared. Put them on a form from the page of a course."
        sort={{ field: 'wording', order: 'ASC' }}
        filters={filters}
        empty="There are no standing questions yet."
      >
        <ListTable<StandingQuestionView>>
          <Col source="wording" label="Question" />
          <Col label="Answered by" disableSort render={({ kind }) => KIND_NAMES[kind]} />
          <Col label="Follows" disableSort render={(question) => <SayWhatItFollows question={question} />} />
          <Col label="Courses" disableSort align="right" render={({ courses }) => courses} />
          <Col label="State" disableSort render={(question) => <Retire question={question} />} />
        </ListTable>
      </ListPage>
      <AddStandingQuestion />
    </>
  );
}

function Retire({ question: { id, wording, retiredAt } }: { question: StandingQuestionView }) {
  const change = useAction(
    (isRetired: boolean) =>
      api.patch<StandingQuestionView>(`/standing-questions/${encodeURIComponent(id)}`, { isRetired }),
    {
      done: ({ retiredAt: now }) =>
        now
          ? 'No form is offered this question any more. Forms that have it go on asking it.'
          : 'Forms are offered this question again.',
    },
  );
  return (
    <>
      <Tag tone={retiredAt ? 'attention' : 'good'}>{retiredAt ? 'retired' : 'offered'}</Tag>{' '}
      <SmallButton
        verb={retiredAt ? 'Offer again' : 'Retire'}
        what={wording}
        onClick={() => change.mutate(retiredAt === null)}
      />
    </>
  );
}
