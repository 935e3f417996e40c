import { expect } from '@jest/globals';
import ICAL from 'ical.js';

/** Holds the lines of a calendar file against RFC 5545: CRLF, 75 octets at most, no character cut in two, times in UTC. */
export function soundLines(text: string): void {
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) {
    expect([line, Buffer.byteLength(line) <= 75]).toEqual([line, true]);
    // What a character leaves that was cut in two.
    expect(line).not.toContain('\uFFFD');
  }
  const whole = text.replaceAll('\r\n ', '');
  const entries = whole.split('BEGIN:VEVENT').length - 1;
  for (const name of ['DTSTAMP', 'DTSTART', 'DTEND'])
    expect([name, [...whole.matchAll(new RegExp(`^${name}:\\d{8}T\\d{6}Z$`, 'gm'))].length]).toEqual([name, entries]);
  expect(whole).not.toMatch(/\/(join|approvals|evaluations|calendar|training-answers|for-trainers)\//);
  expect(whole).not.toMatch(/\/[\w-]{32}(?![\w-])/);
}

/** What a calendar to subscribe to shows, entry by entry. */
export function subscribed(
  text: string,
): { uid: string; sequence: number; startsAt: string; stampedAt: string; summary: string }[] {
  soundLines(text);
  return new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents('vevent').map((entry) => {
    const event = new ICAL.Event(entry);
    return {
      uid: event.uid,
      sequence: Number(event.sequence),
      startsAt: event.startDate.toJSDate().toISOString(),
      stampedAt: String(entry.getFirstPropertyValue('dtstamp')),
      summary: event.summary,
    };
  });
}
