import { accountSamples } from '../account/account-pages.builder';
import { placesSamples } from '../my-agency/places-pages.builder';
import { bookPage, checkPage, missingPage, readBooking } from '../booking/book.presenter';
import { certificateCheckPage } from '../certificates/certificate-check.presenter';
import { coursePage } from '../courses/course.presenter';
import { coursesPage } from '../courses/courses.presenter';
import { evaluationPage, readEvaluation } from '../evaluations/evaluation.presenter';
import { eventPage } from '../events/event.presenter';
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
  anEvent,
  anOwnBooking,
} from './views.builder';

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
    missing: [MISSING_MODULE],
    waitIfMissing: false,
    frontDoor: '0115 000 0000',
  };
  const blocked = {
    ...known,
    event,
    course,
    missing: [MISSING_MODULE],
    waitIfMissing: false,
    frontDoor: '0115 000 0000',
  };
  const module = aModule();
  const learner = { isSignedIn: true, completion: null, courses: [course], now: NOW };
  const search = { q: '', topic: '', level: '', delivery: null, onlyFree: false };
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
    page('courses', 'courses/courses', coursesPage(search, [course, neglect], [course, neglect], events, NOW)),
    page('courses-none', 'courses/courses', coursesPage({ ...search, q: 'zebra' }, [course], [], [], NOW)),
    page('course', 'courses/course', coursePage(course, events, null, [], NOW)),
    page('course-missing', 'courses/course', coursePage(course, events, [MISSING_MODULE], [], NOW)),
    page('course-booked', 'courses/course', coursePage(course, events, [], [aBooking()], NOW)),
    page('event', 'events/event', eventPage(event, course.slug, null, NOW)),
    page('event-full', 'events/event', eventPage(online, course.slug, null, NOW)),
    page('event-ended', 'events/event', eventPage(anEvent({ status: 'ended', courseTitle }), course.slug, null, NOW)),
    ...accountSamples(courseTitle),
    ...placesSamples(courseTitle),
    page('book', 'booking/book', bookPage(open)),
    page(
      'book-errors',
      'booking/book',
      bookPage(open, nothing, readBooking(open, Fields.ofForm({ accessNeeds: 'A ramp' })).errors),
    ),
    page('book-waiting', 'booking/book', bookPage({ ...open, event: online, missing: [] })),
    page('book-asking', 'booking/book', bookPage({ ...open, approver: 'lead', clashes: [aBooking({ courseTitle })] })),
    page('book-missing', 'booking/missing', missingPage(blocked)),
    page('check', 'booking/check', checkPage(open, ratings)),
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
    page('my-training', 'my-training/my-training', myTrainingPage('Priya Shah', own, [aCompletion()], NOW)),
    page('my-training-empty', 'my-training/my-training', myTrainingPage('Priya Shah', [], [], NOW)),
    ...agencySamples(),
    page('added', 'memberships/added', addedPage('token', { agencyName: 'Northside Nursery', state: 'unconfirmed' })),
    page(
      'added-ended',
      'memberships/added',
      addedPage('token', { agencyName: 'Northside Nursery', state: 'ended' }, true),
    ),
    page('your-data', 'my-training/your-data', yourDataPage([])),
    page(
      'your-data-asked',
      'my-training/your-data',
      yourDataPage(
        [
          aDataRequest(),
          aDataRequest({ kind: 'rectify', decision: 'partly', decidedAt: NOW.toISOString(), reason: courseTitle }),
        ],
        undefined,
        null,
        true,
      ),
    ),
    page('your-data-errors', 'my-training/your-data', yourDataPage([], nothing, readDataRequest(nothing).errors)),
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
    page('before-closed', 'evaluations/evaluation', evaluationPage(aForm({ stage: 'before', state: 'closed' }), at)),
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
