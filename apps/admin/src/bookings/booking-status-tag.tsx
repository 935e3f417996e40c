import type { BookingView, BookingStatus } from '@roundtable/contracts';
import { Tag, type Tone } from '../look/tag';
import { BOOKING_STATUS } from '../words/labels';

const TONES: Record<BookingStatus, Tone> = {
  confirmed: 'good',
  offered: 'attention',
  awaiting_approval: 'attention',
  waitlisted: 'brand',
  cancelled: 'plain',
  substituted: 'plain',
  declined: 'plain',
  lapsed: 'plain',
};

/** The booking's state, with its place in the line where it waits. */
export function BookingStatusTag({ booking }: { booking: Pick<BookingView, 'status' | 'waitlistPosition'> }) {
  const { status, waitlistPosition } = booking;
  const position = status === 'waitlisted' && waitlistPosition !== null ? `, number ${waitlistPosition}` : '';
  return (
    <Tag tone={TONES[status]}>
      {BOOKING_STATUS[status]}
      {position}
    </Tag>
  );
}
