import type { MessageView } from '@roundtable/contracts';
import { Tag, type Tone } from '../look/tag';
import { MESSAGE_STATE } from '../words/labels';

const TONES: Record<MessageView['state'], Tone> = {
  kept: 'plain',
  queued: 'brand',
  sending: 'brand',
  sent: 'good',
  failed: 'bad',
};

export function MessageState({ state }: { state: MessageView['state'] }) {
  return <Tag tone={TONES[state]}>{MESSAGE_STATE[state]}</Tag>;
}
