import type { EvaluationTextView } from '@roundtable/contracts';
import { ShowBase, useShowContext } from 'react-admin';
import { Facts } from '../look/facts';
import { Heading } from '../look/heading';
import { listOf } from '../look/list-of';
import { Refusal, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { DemonstrationTag } from '../look/tag';
import { TextLink } from '../look/text-link';
import { dayInWords, momentInWords } from '../words/london-time';
import { STAGE, TEXT_SIGN, TEXT_STATE } from '../words/text-labels';
import { OpenedText } from './opened-text';
import { TextDue } from './text-due';

export default function EvaluationTextShow() {
  return (
    <ShowBase resource="evaluation-texts">
      <Text />
    </ShowBase>
  );
}

function Text() {
  const { record: text, error } = useShowContext<EvaluationTextView>();
  if (error) return <Refusal error={error} />;
  if (!text) return <Waiting />;
  return (
    <>
      <Heading intro="Opening the text, asking who wrote it and each decision are written down with your name.">
        {`A text about ${text.courseTitle}`}
      </Heading>
      <Panel heading="Facts">
        <Facts
          facts={[
            ['Question', text.question],
            ['Asked', STAGE[text.stage]],
            ['Event', text.eventStartsAt ? dayInWords(text.eventStartsAt) : null],
            ['Written', momentInWords(text.writtenAt)],
            ['Looks like', text.signs.map((sign) => TEXT_SIGN[sign]).join(', ') || 'nothing that a program finds'],
            ['State', TEXT_STATE[text.state]],
            ['Decision due', text.dueAt && text.state === 'held' ? <TextDue key="due" text={text} /> : null],
            ['Decided', text.decidedAt ? momentInWords(text.decidedAt) : null],
            ['Data', text.demonstration ? <DemonstrationTag key="demonstration" /> : null],
          ]}
        />
      </Panel>
      <OpenedText key={`${text.id} ${text.state} ${text.decidedAt}`} text={text} />
      <Panel heading="Decisions">
        <TextLink to={listOf('text-decisions', { textId: text.id })}>See what was decided about this text</TextLink>
      </Panel>
    </>
  );
}
