import type { Attendance, EventMailAudience, MailedStatus } from '@roundtable/contracts';
import { ATTENDANCE, BOOKING_STATUS, capitalised } from '../words/labels';

export const EVERYBODY_CONFIRMED: EventMailAudience = {
  status: ['confirmed'],
  attendance: [],
  sector: [],
  agencyId: [],
};

export const STATUS_CHOICES = (
  ['confirmed', 'waitlisted', 'offered', 'awaiting_approval', 'lapsed', 'cancelled'] satisfies MailedStatus[]
).map((value) => ({ value, label: BOOKING_STATUS[value] }));

export const ATTENDANCE_CHOICES = (['attended', 'partly_attended', 'absent'] satisfies Attendance[]).map((value) => ({
  value,
  label: ATTENDANCE[value],
}));

/** What narrows it, for a list of facts; what does not is left out. */
export function audienceFacts({ status, attendance, sector }: EventMailAudience) {
  return [
    ['Bookings', status.map((one) => BOOKING_STATUS[one]).join(', ')],
    ['Presence', attendance.map((one) => ATTENDANCE[one]).join(', ')],
    ['Sectors', sector.map(capitalised).join(', ')],
  ] as const;
}
