import { accountSamples } from '../account/account-pages.builder';
import { mailingSamples } from '../mailings/mailing-pages.builder';
import { placesSamples } from '../my-agency/places-pages.builder';
import { bookPage, checkPage, missingPage, readBooking } from '../booking/book.presenter';
import { certificateCheckPage } from '../certificates/certificate-check.presenter';
import { certificatePage } from '../certificates/certificate.presenter';
import { coursePage } from '../courses/course.presenter';
import { interestPage } from '../interests/interest.presenter';
import { programmeSamples } from '../programme/programme-pages.builder';
import { formSamples } from '../evaluations/form-pages.builder';
import { evaluationPage, readEvaluation } from '../evaluations/evaluation.presenter';
import { eventPage, eventPreviewPage } from '../events/event.presenter';
import { homePage } from '../home/home.presenter';
import { attemptPage } from '../learning/attempt.presenter';
import { modulePage, readAttempt } from '../learning/module.presenter';
import { modulesPage } from '../learning/modules.presenter';
import { bookingPage } from '../my-training/booking.presenter';
import { cancelBookingPage, readCancelling } from '../my-training/cancel-booking.presenter';
import { agencySamples } from '../my-agency/my-agency-pages.builder';
import { addedPage } from '../memberships/added.presenter';
import { myTrainingPage } from '../my-training/my-training.presenter';
import { readDataRequest, yourDataPage } from '../my-training/your-data.presenter';
import { yourCalendarPage } from '../my-training/your-calendar.presenter';
import { openRecordingPage, recordingPage } from '../resources/recording.presenter';
import { resourceLinks } from '../resources/resource-links';
import { elsewhereCards } from '../my-training/elsewhere.presenter';
import { deliveryParts } from '../events/delivery.presenter';
import { anOutsideAttendance, otherProvidersSamples } from '../other-providers/other-providers.builder';
import { publishedReportSamples } from '../published-reports/published-report.builder';
import { trainingIRunSamples } from '../training-i-run/training-i-run.builder';
import { Problem } from '@roundtable/platform';
import { Fields } from './fields';
import { problemPage } from './problem.presenter';
import { type SamplePage, samplePage as page } from './sample-page.builder';
import {
  MISSING_MODULE,
  NOW,
  aBooking,
  aCompletion,
  aCourse,
  aDataRequest,
  aForm,
  aModule,
  aResource,
  anEvent,
  anInterest,
  anOwnBooking,
} from './views.builder';

const ALTERNATIVE = { id: 'course-2', title: 'Neglect', url: '/c/neglect' };
const RECORDING = { id: 'resource-2', title: 'The morning, recorded' };
const SHEET = {
  name: 'Priya Shah',
  courseTitle: 'Neglect',
  days: ['Wednesday 22 May 2024'],
  length: '3 hours',
  level: '3',
  editions: ['Working Together to Safeguard Children, 2023'],
  renewal: 'Saturday 22 May 2027',
  code: 'RT-4M7X-9QXB',
  checkUrl: 'https://training.example/certificates/RT-4M7X-9QXB',
  issuedAt: NOW,
  isDemonstration: true,
};
const nothing = Fields.ofForm({});
const ratings = Fields.ofForm({
  'rating-statement-1': '2',
  'rating-statement-2': '3',
  accessNeeds: 'Step-free access',
  consent: 'yes',
  keepNeeds: 'event',
});

/** Every template of the website with models as the presenters make them, in the states that differ most. */
export function samplePages(courseTitle = aCourse().title): SamplePage[] {
  const course = aCourse({ title: courseTitle });
  const neglect = aCourse({
    id: 'course-2',
    slug: 'neglect',
    title: 'Neglect',
    level: '3',
    topic: 'Neglect',
    kind: 'course',
    prerequisites: [],
  });
  const event = anEvent({ courseTitle });
  const online = anEvent({
    id: 'event-2',
    courseTitle,
    startsAt: '2024-09-04T08:30:00.000Z',
    endsAt: '2024-09-04T11:00:00.000Z',
    delivery: 'online',
    venue: null,
    feePence: 0,
    placesFree: 0,
    waiting: 3,
  });
  const events = [event, online];
  const noNeeds = { accessNeeds: '', dietaryNeeds: '', consentedAt: null };
  const known = { approver: null, savedNeeds: noNeeds, clashes: [] };
  const open = {
    ...known,
    event,
    course: { ...course, prerequisitePolicy: 'provisional' as const },
    questions: aForm().questions,
    formId: null,
    missing: [MISSING_MODULE],
    waitIfMissing: false,
    frontDoor: '0115 000 0000',
  };
  const blocked = {
    ...known,
    event,
    course,
    questions: aForm().questions,
    formId: null,
    missing: [MISSING_MODULE],
    waitIfMissing: false,
    frontDoor: '0115 000 0000',
  };
  const module = aModule();
  const learner = { isSignedIn: true, completion: null, courses: [course], now: NOW };
  const publisher = { publicUrl: 'https://training.example.org', name: 'Safeguarding Children Partnership' };
  const facts = { event, course, others: [online], booking: null, missing: null };
  const wrong = {
    id: 'attempt-1',
    moduleId: module.id,
    scorePercent: 50,
    passed: false,
    completionId: null,
    wrongQuestionIds: ['first'],
  };
  const right = { ...wrong, scorePercent: 100, passed: true, completionId: 'completion-1', wrongQuestionIds: [] };
  const answers = { first: 'a', second: 'b' };
  const explanations = new Map([['first', 'Asking the adult may warn them. Tell the senior person on the same day.']]);
  const own = [
    anOwnBooking({ courseTitle }),
    anOwnBooking({ id: 'booking-2', status: 'waitlisted', waitlistPosition: 3, courseTitle: 'Neglect' }),
    anOwnBooking(
      {
        id: 'booking-3',
        attendance: 'attended',
        startsAt: '2024-04-10T08:30:00.000Z',
        endsAt: '2024-04-10T11:30:00.000Z',
      },
      { before: 'sent', after: 'open' },
    ),
    anOwnBooking(
      {
        id: 'booking-4',
        attendance: 'attended',
        startsAt: '2024-03-13T09:30:00.000Z',
        endsAt: '2024-03-13T12:30:00.000Z',
      },
      { before: 'sent', after: 'sent' },
    ),
  ];
  const at = { action: '/evaluations/secret', bookingId: null, frontDoor: null };
  return [
    page('home', 'home/home', homePage(events)),
    ...programmeSamples([course, neglect], events),
    page('interest', 'interests/interest', interestPage(course, null)),
    page('interest-declared', 'interests/interest', interestPage(course, anInterest({ courseTitle }))),
    page('course', 'courses/course', coursePage(course, events, null, [], NOW)),
    page('course-missing', 'courses/course', coursePage(course, events, [MISSING_MODULE], [], NOW)),
    page('course-booked', 'courses/course', coursePage(course, events, [], [aBooking()], NOW)),
    page(
      'course-preview',
      'courses/course',
      coursePage({ ...course, status: 'draft' }, [], null, [], NOW, {
        resources: resourceLinks([aResource(), aResource({ kind: 'link', url: 'https://toolkit.example/' })]),
        isPreview: true,
      }),
    ),
    page(
      'course-archived',
      'courses/course',
      coursePage({ ...course, status: 'archived', alternatives: [ALTERNATIVE] }, [], null, [], NOW),
    ),
    page('recording', 'resources/recording', recordingPage(RECORDING, 'https://videos.example/1', true)),
    page('recording-open', 'resources/open-recording', openRecordingPage(RECORDING.title, 'https://videos.example/1')),
    page('event', 'events/event', eventPage({ ...facts, missing: [MISSING_MODULE] }, publisher, NOW)),
    page('event-delivery', 'events/event', {
      ...eventPage(facts, publisher, NOW),
      delivery: deliveryParts(
        event,
        {
          id: 'venue-1',
          name: courseTitle,
          address: '1 High Street, Nottingham',
          mapUrl: 'https://maps.example/1',
          accessNotes: 'Step-free from the car park.\n\nHearing loop in the main room.',
          safeLimit: 30,
          archivedAt: null,
        },
        [{ sessionId: null, time: '09:30', item: courseTitle, presenter: courseTitle }],
        [{ name: courseTitle, organisation: null }],
      ),
    } as never),
    page('my-training-trainer', 'my-training/my-training', {
      ...myTrainingPage(courseTitle, [], [], NOW),
      elsewhere: elsewhereCards([anOutsideAttendance({ title: courseTitle })]),
      isTrainer: true,
    } as never),
    ...publishedReportSamples(courseTitle),
    ...trainingIRunSamples(courseTitle),
    page('your-calendar', 'my-training/your-calendar', yourCalendarPage(null)),
    page(
      'your-calendar-made',
      'my-training/your-calendar',
      yourCalendarPage(NOW, { address: 'https://training.example.org/calendar/kYt0sDp1H7cWqZr3nB5vXj8LmAe2GfUo.ics' }),
    ),
    ...otherProvidersSamples(courseTitle),
    page('event-full', 'events/event', eventPage({ ...facts, event: online, others: [] }, publisher, NOW)),
    page(
      'event-not-open',
      'events/event',
      eventPage(
        {
          ...facts,
          event: anEvent({
            courseTitle,
            bookingState: 'not-open-yet',
            bookingOpensAt: '2024-05-13T08:00:00.000Z',
            bookingClosesAt: '2024-05-17T16:00:00.000Z',
            chargePence: 5000,
            decideBy: '2024-05-14',
            note: 'Bring a case that you may talk about.',
          }),
        },
        publisher,
        NOW,
      ),
    ),
    page('event-preview', 'events/event', eventPreviewPage(facts, publisher, NOW)),
    page(
      'event-ended',
      'events/event',
      eventPage({ ...facts, event: anEvent({ status: 'ended', courseTitle }) }, publisher, NOW),
    ),
    ...accountSamples(courseTitle),
    ...mailingSamples(courseTitle),
    ...placesSamples(courseTitle),
    page('book', 'booking/book', bookPage(open, NOW)),
    page(
      'book-errors',
      'booking/book',
      bookPage(open, NOW, nothing, readBooking(open, Fields.ofForm({ accessNeeds: 'A ramp' })).errors),
    ),
    page('book-waiting', 'booking/book', bookPage({ ...open, event: online, missing: [] }, NOW)),
    page(
      'book-asking',
      'booking/book',
      bookPage({ ...open, approver: 'lead', clashes: [aBooking({ courseTitle })] }, NOW),
    ),
    page('book-missing', 'booking/missing', missingPage(blocked)),
    page('check', 'booking/check', checkPage(open, NOW, ratings)),
    page(
      'booked',
      'my-training/booking',
      bookingPage(anOwnBooking({ courseTitle }), event, [MISSING_MODULE], 'booked', NOW),
    ),
    page(
      'waiting',
      'my-training/booking',
      bookingPage(anOwnBooking({ status: 'waitlisted', waitlistPosition: 4 }), event, [], 'booked', NOW),
    ),
    page('booking', 'my-training/booking', bookingPage(anOwnBooking({ courseTitle }), event, [], null, NOW)),
    page(
      'booking-offered',
      'my-training/booking',
      bookingPage(anOwnBooking({ status: 'offered', offeredUntil: '2024-05-10T11:00:00.000Z' }), event, [], null, NOW),
    ),
    page(
      'booking-cancelled',
      'my-training/booking',
      bookingPage(anOwnBooking({ status: 'cancelled' }), event, [], 'cancelled', NOW),
    ),
    page('cancel', 'my-training/cancel-booking', cancelBookingPage(aBooking({ courseTitle }), NOW)),
    page(
      'cancel-errors',
      'my-training/cancel-booking',
      cancelBookingPage(aBooking(), NOW, readCancelling(nothing).errors),
    ),
    page(
      'my-training',
      'my-training/my-training',
      myTrainingPage('Priya Shah', own, [aCompletion()], NOW, [anInterest({ courseTitle })]),
    ),
    page('my-training-empty', 'my-training/my-training', myTrainingPage('Priya Shah', [], [], NOW)),
    ...agencySamples(),
    page('added', 'memberships/added', addedPage('token', { agencyName: 'Northside Nursery', state: 'unconfirmed' })),
    page(
      'added-ended',
      'memberships/added',
      addedPage('token', { agencyName: 'Northside Nursery', state: 'ended' }, true),
    ),
    page('your-data', 'my-training/your-data', yourDataPage({ requests: [], consents: [] })),
    page(
      'your-data-asked',
      'my-training/your-data',
      yourDataPage({
        requests: [
          aDataRequest(),
          aDataRequest({ kind: 'rectify', decision: 'partly', decidedAt: NOW.toISOString(), reason: courseTitle }),
        ],
        consents: [{ id: 'consent', courseTitle, stage: 'after', givenAt: NOW.toISOString() }],
        done: 'sent',
      }),
    ),
    page(
      'your-data-errors',
      'my-training/your-data',
      yourDataPage({ requests: [], consents: [], given: nothing, errors: readDataRequest(nothing).errors }),
    ),
    page('after', 'evaluations/evaluation', evaluationPage(aForm({ courseTitle }), at)),
    page(
      'after-errors',
      'evaluations/evaluation',
      evaluationPage(aForm(), at, nothing, readEvaluation(aForm(), nothing).errors),
    ),
    page(
      'after-sent',
      'evaluations/evaluation',
      evaluationPage(aForm({ state: 'sent' }), { ...at, bookingId: 'booking-1' }),
    ),
    page('follow-up', 'evaluations/evaluation', evaluationPage(aForm({ courseTitle, stage: 'follow-up' }), at)),
    page('before-closed', 'evaluations/evaluation', evaluationPage(aForm({ stage: 'before', state: 'closed' }), at)),
    ...formSamples(courseTitle),
    page('modules', 'learning/modules', modulesPage([module], [aCompletion()], NOW)),
    page('module', 'learning/module', modulePage(module, learner)),
    page('module-visitor', 'learning/module', modulePage(module, { ...learner, isSignedIn: false })),
    page(
      'module-errors',
      'learning/module',
      modulePage(module, { ...learner, completion: aCompletion() }, nothing, readAttempt(module, nothing).errors),
    ),
    page('attempt-passed', 'learning/attempt', attemptPage(module, right, answers, explanations, [course])),
    page('attempt-failed', 'learning/attempt', attemptPage(module, wrong, answers, explanations, [course])),
    page(
      'certificate',
      'certificates/certificate-check',
      certificateCheckPage({ code: 'RT-4M7X9', courseTitle, date: '2024-05-22', status: 'valid', initials: 'PS' }),
    ),
    page(
      'certificate-replaced',
      'certificates/certificate-check',
      certificateCheckPage({ code: 'RT-4M7X9', courseTitle, date: '2024-05-22', status: 'replaced', initials: 'PS' }),
    ),
    page('certificate-own', 'certificates/certificate', certificatePage({ sheet: SHEET, notDrawn: [] }, 'booking-1')),
    page(
      'certificate-not-drawn',
      'certificates/certificate',
      certificatePage({ sheet: { ...SHEET, name: 'محمد علي' }, notDrawn: ['م', 'ح'] }, 'booking-1'),
    ),
    page(
      'certificate-withdrawn',
      'certificates/certificate-check',
      certificateCheckPage({ code: 'RT-4M7X9', courseTitle, date: '2024-05-22', status: 'withdrawn', initials: 'PS' }),
    ),
    page('accessibility', 'information/accessibility', { title: 'Accessibility statement' }),
    page('privacy', 'information/privacy', { title: 'Privacy' }),
    page('not-found', 'frame/problem', problemPage(new Problem('request.not-found'), 'request-1')),
    page('conflict', 'frame/problem', problemPage(new Problem('bookings.no-agency'), 'request-1')),
    page('failed', 'frame/problem', problemPage(new Problem('server.failed'), 'request-1')),
    page(
      'invalid',
      'frame/problem',
      problemPage(
        new Problem('request.invalid', { errors: { reason: 'Give one answer to each question' } }),
        'request-1',
      ),
    ),
  ];
}
