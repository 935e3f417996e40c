import type { OwnEventView, RegisterView } from '@roundtable/contracts';
import { pageErrors } from '../frame/errors';
import { type SamplePage, samplePage as page } from '../frame/sample-page.builder';
import { NOW } from '../frame/views.builder';
import { registerPage } from './register-page.presenter';
import { trainerAnswerPage } from './trainer-answer.presenter';
import { closedLinkPage, trainerCodePage } from './trainer-link.presenter';
import { trainingIRunPage } from './training-i-run.presenter';

const SESSIONS = [
  { id: 'session-1', startsAt: '2024-05-08T08:30:00.000Z', endsAt: '2024-05-08T11:30:00.000Z' },
  { id: 'session-2', startsAt: '2024-05-15T08:30:00.000Z', endsAt: '2024-05-15T11:30:00.000Z' },
];

export function aRegister(changes: Partial<RegisterView> = {}, name = 'Priya Shah'): RegisterView {
  return {
    eventId: 'event-1',
    courseTitle: 'Managing Allegations Workshop',
    sessions: SESSIONS,
    closedAt: null,
    capacity: 20,
    overCapacity: false,
    rows: [
      {
        bookingId: 'booking-1',
        walkIn: false,
        practitionerName: name,
        agencyName: 'Sherwood School',
        accessNeeds: 'A hearing loop',
        marks: [{ sessionId: 'session-1', attendance: 'present', minutes: null }],
        attendance: null,
      },
      {
        bookingId: 'booking-2',
        walkIn: true,
        practitionerName: 'Gwen Jones',
        agencyName: 'Nottinghamshire Police',
        accessNeeds: null,
        marks: [],
        attendance: null,
      },
    ],
    ...changes,
  };
}

export function anOwnEvent(changes: Partial<OwnEventView> = {}): OwnEventView {
  return {
    eventId: 'event-1',
    courseTitle: 'Managing Allegations Workshop',
    startsAt: '2024-05-22T08:30:00.000Z',
    endsAt: '2024-05-22T11:30:00.000Z',
    venue: 'Loxley House',
    delivery: 'in-person',
    answer: 'confirmed',
    part: 'lead',
    isCancelled: false,
    ...changes,
  };
}

/** Pages for trainers in the states that differ most. */
export function trainingIRunSamples(title: string): SamplePage[] {
  const at = {
    action: '/training-i-run/event-1',
    closureAction: '/training-i-run/event-1/closure',
    walkInAction: '/training-i-run/event-1/walk-in',
    backHref: '/training-i-run',
    hasFiles: true,
  };
  const asked = anOwnEvent({ eventId: 'event-2', answer: 'asked', courseTitle: title });
  const past = anOwnEvent({
    eventId: 'event-3',
    startsAt: '2024-04-10T08:30:00.000Z',
    endsAt: '2024-04-10T11:30:00.000Z',
  });
  const open = aRegister({ courseTitle: title }, title);
  const closed = aRegister({ closedAt: '2024-05-15T12:00:00.000Z' });
  return [
    page(
      'training-i-run',
      'training-i-run/training-i-run',
      trainingIRunPage([anOwnEvent(), asked, past], 'confirmed', NOW),
    ),
    page('training-i-run-none', 'training-i-run/training-i-run', trainingIRunPage([], null, NOW)),
    page('register-open', 'training-i-run/register', registerPage(open, at, 'saved', NOW)),
    page(
      'register-full',
      'training-i-run/register',
      registerPage(aRegister({ capacity: 1, overCapacity: true }), at, 'entered', NOW),
    ),
    page('register-early', 'training-i-run/register', registerPage(open, at, null, new Date('2024-05-01T08:00:00Z'))),
    page('register-closed', 'training-i-run/register', registerPage(closed, { ...at, backHref: null }, null, NOW)),
    page('register-refused', 'training-i-run/register', {
      ...registerPage(open, at, null, NOW),
      errors: pageErrors({ register: 'Mark everybody' }),
    }),
    page('trainer-code', 'account/form', trainerCodePage('token', { code: 'This code does not open this link' })),
    page('trainer-answer', 'training-i-run/trainer-answer', trainerAnswerPage(asked, 'token', NOW)),
    page('trainer-answered', 'training-i-run/trainer-answer', trainerAnswerPage(anOwnEvent(), 'token', NOW)),
    page('trainer-answer-closed', 'training-i-run/closed-answer', closedLinkPage()),
    page('trainer-link-closed', 'training-i-run/closed-link', closedLinkPage()),
  ];
}
