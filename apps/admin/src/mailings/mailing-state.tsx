import type { MailingCounts, MailingState as State } from '@roundtable/contracts';
import { Tag, type Tone } from '../look/tag';
import { plural } from '../words/figures';

const STATES: Record<State, readonly [Tone, string]> = {
  scheduled: ['brand', 'Scheduled'],
  sent: ['good', 'Gone out'],
  'taken-back': ['plain', 'Taken back'],
};

export function MailingState({ state }: { state: State }) {
  const [tone, words] = STATES[state];
  return <Tag tone={tone}>{words}</Tag>;
}

/** Such as '12 sent, 3 waiting to go out, 1 failed'. */
export function mailsInWords({ kept, queued, sent, failed }: MailingCounts): string {
  const parts = [
    [sent, 'sent'],
    [queued, 'waiting to go out'],
    [failed, 'failed'],
    [kept, 'kept, not sent'],
  ] as const;
  const said = parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`);
  return said.length > 0 ? said.join(', ') : 'none';
}

/** To how many it went; before it goes that is not known. */
export function recipientsInWords({ recipients }: { recipients: number | null }): string {
  return recipients === null ? 'worked out when it goes' : plural(recipients, 'person', 'people');
}
