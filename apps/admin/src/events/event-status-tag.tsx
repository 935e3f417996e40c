import type { EventStatus } from '@roundtable/contracts';
import { Tag, type Tone } from '../look/tag';
import { EVENT_STATUS } from '../words/labels';

const TONES: Record<EventStatus, Tone> = { draft: 'attention', published: 'good', cancelled: 'bad', ended: 'plain' };

export function EventStatusTag({ status }: { status: EventStatus }) {
  return <Tag tone={TONES[status]}>{EVENT_STATUS[status]}</Tag>;
}
