import type { ApprovalSight, ComingSight, JoinSight, MissedSight } from '@roundtable/bookings';
import { approvalPage, readReason, reasonPage } from '../approvals/approval.presenter';
import { endedLinkPage } from '../account/ended-link.presenter';
import { eventPage } from '../events/event.presenter';
import { Fields } from '../frame/fields';
import { type SamplePage, samplePage as page } from '../frame/sample-page.builder';
import { NOW, aBooking, aCharge, anEvent, anOwnBooking } from '../frame/views.builder';
import { comingPage, giveBackPage } from '../coming/coming.presenter';
import { joinPage } from '../joining/join.presenter';
import { missedPage, readAbsence } from '../missed/missed.presenter';
import { bookingPage } from '../my-training/booking.presenter';
import { readCancelling } from '../my-training/cancel-booking.presenter';
import { NO_DATE, checkMovePage, moveBookingPage } from '../my-training/move-booking.presenter';
import { bookingNeedsPage, readNeeds, yourNeedsPage } from '../my-training/needs.presenter';
import { agencyBookingPage, agencyReasonPage, substitutePage } from './agency-booking.presenter';
import { chooseAgencyPage } from './choose-agency.presenter';
import { checkGroupPage, groupPage, groupResultPage, readGroup } from './group-booking.presenter';
import { leadDigestPage } from './lead-digest.presenter';
import { holdPlacesPage, readHolding } from './hold-places.presenter';
import { agencyChargesPage } from './agency-charges.presenter';
import { agencyBookingsPage } from './agency-bookings.presenter';
import { teamPlacesPage } from './team-places.presenter';

const nothing = Fields.ofForm({});

/** The pages about approving, moving, joining, needs and an agency's places. */
export function placesSamples(courseTitle: string): SamplePage[] {
  const event = anEvent({ courseTitle, startsAt: '2024-06-05T08:30:00.000Z', endsAt: '2024-06-05T11:30:00.000Z' });
  const other = anEvent({ id: 'event-2', courseTitle, placesFree: 3 });
  const booking = aBooking({ courseTitle, cancelFreeUntil: '2024-05-15T16:00:00.000Z' });
  const asked = aBooking({ courseTitle, status: 'awaiting_approval', approverKind: 'lead', placeHeld: true });
  const sight: ApprovalSight = {
    facts: {
      bookingId: 'booking-1',
      reference: 'RT-4M7X9',
      eventId: 'event-1',
      courseTitle,
      courseSlug: 'managing-allegations',
      startsAt: new Date('2024-05-22T08:30:00Z'),
      endsAt: new Date('2024-05-22T11:30:00Z'),
      isOnline: false,
      place: 'Castle Cavendish, Nottingham',
      personId: 'person-1',
      toName: 'Priya Shah',
      toAddress: 'priya@school.example',
      bookingUrl: '/my-training/bookings/booking-1',
      freeCancellationUntil: new Date('2024-05-15T16:00:00Z'),
      completeBy: new Date('2024-05-17T16:00:00Z'),
    },
    status: 'awaiting_approval',
    placeHeld: true,
    isApproved: false,
  };
  const coming: ComingSight = {
    facts: sight.facts,
    status: 'confirmed',
    isAfterChange: false,
    hasStarted: false,
    isCalledOff: false,
    hasSaidYes: false,
    cancelFreeUntil: new Date('2024-05-15T16:00:00Z'),
  };
  const missed: MissedSight = {
    facts: sight.facts,
    isAbsent: true,
    reason: null,
    chances: {
      dates: [{ eventId: 'event-2', words: 'Wednesday 5 June 2024, 9:30am to 12:30pm (online)' }],
      recordings: [{ id: 'recording-1', title: 'Recording of the morning' }],
    },
  };
  const joining: JoinSight = {
    bookingId: 'booking-1',
    courseTitle,
    startsAt: new Date('2024-05-22T08:30:00Z'),
    endsAt: new Date('2024-05-22T11:30:00Z'),
    isOnline: true,
    isConfirmed: true,
    isCancelled: false,
    platform: 'Microsoft Teams',
    testUrl: '/test',
    dialIn: '0115 000 0000, code 123 456',
    hasLink: true,
    state: 'early',
    opensAt: new Date('2024-05-22T08:00:00Z'),
  };
  const needs = { accessNeeds: 'Step-free access', dietaryNeeds: '', consentedAt: NOW.toISOString() };
  const noNeeds = { accessNeeds: '', dietaryNeeds: '', consentedAt: null };
  const agency = { id: 'agency-1', name: 'Sherwood Primary School' };
  const member = (id: string, name: string) => ({
    id,
    name,
    email: `${id}@school.example`,
    agencyId: agency.id,
    agencyName: agency.name,
    jobRole: 'Teacher',
    isUnconfirmed: false,
  });
  const members = [member('person-1', 'Priya Shah'), member('person-2', 'Tom Wells')];
  const subject = { event, agency, members, memberCount: 230, booked: [booking] };
  const chosen = Fields.ofForm({
    'person-person-2': 'yes',
    'row-0-name': 'Ana Diaz',
    'row-0-email': 'ana@school.example',
    mode: 'wait',
  });
  const held = {
    id: 'held-1',
    eventId: event.id,
    agencyId: agency.id,
    agencyName: agency.name,
    places: 3,
    heldUntil: '2024-05-20T16:00:00.000Z',
    releasedAt: null,
  };
  const result = (name: string, refusal: string | null) => ({
    name,
    practitionerId: name,
    bookingId: null,
    status: refusal ? null : ('confirmed' as const),
    refusal: refusal ? { code: 'bookings.no-place', title: refusal } : null,
  });
  return [
    page('approval', 'approvals/approval', approvalPage(sight, 'secret')),
    page(
      'approval-done',
      'approvals/approval',
      approvalPage({ ...sight, status: 'confirmed', isApproved: true }, 'secret'),
    ),
    page('approval-reason', 'approvals/reason', reasonPage(sight, 'secret')),
    page(
      'approval-reason-errors',
      'approvals/reason',
      reasonPage(sight, 'secret', nothing, readReason(nothing).errors),
    ),
    page('approval-ended', 'approvals/ended', endedLinkPage({ text: 'Sign in', href: '/sign-in' })),
    page('coming', 'coming/coming', comingPage(coming, 'secret')),
    page('coming-yes', 'coming/coming', comingPage({ ...coming, hasSaidYes: true }, 'secret')),
    page('coming-ended', 'coming/coming', comingPage({ ...coming, status: 'cancelled' }, 'secret')),
    page('coming-give-back', 'coming/give-back', giveBackPage(coming, 'secret', NOW, readCancelling(nothing).errors)),
    page(
      'coming-give-back-after-change',
      'coming/give-back',
      giveBackPage({ ...coming, isAfterChange: true }, 'secret', NOW, null),
    ),
    page('missed', 'missed/missed', missedPage(missed, 'secret')),
    page('missed-errors', 'missed/missed', missedPage(missed, 'secret', readAbsence(nothing).errors)),
    page(
      'missed-told',
      'missed/missed',
      missedPage({ ...missed, reason: 'was-there', chances: { dates: [], recordings: [] } }, 'secret'),
    ),
    page('missed-corrected', 'missed/missed', missedPage({ ...missed, isAbsent: false }, 'secret')),
    page('weekly-mail', 'my-agency/lead-digest', leadDigestPage(true, false)),
    page('weekly-mail-off', 'my-agency/lead-digest', leadDigestPage(false, true)),
    page('join-early', 'joining/join', joinPage(joining, '/join/secret', null)),
    page(
      'join-now',
      'joining/join',
      joinPage({ ...joining, state: 'open' }, '/join/secret', '/my-training/bookings/booking-1'),
    ),
    page('join-over', 'joining/join', joinPage({ ...joining, state: 'over' }, '/join/secret', null)),
    page(
      'booking-asks-coming',
      'my-training/booking',
      bookingPage(anOwnBooking({ courseTitle, comingAsked: true }), event, [], null, NOW),
    ),
    page(
      'booking-asks-coming-before-cut-off',
      'my-training/booking',
      bookingPage(anOwnBooking({ courseTitle, stillComingAsked: true }), event, [], null, NOW),
    ),
    page(
      'booking-awaiting',
      'my-training/booking',
      bookingPage(
        anOwnBooking({ status: 'awaiting_approval', approverKind: 'manager', placeHeld: true }),
        event,
        [],
        'booked',
        NOW,
      ),
    ),
    page('move', 'my-training/move-booking', moveBookingPage(booking, [event, other], 'managing-allegations')),
    page('move-errors', 'my-training/move-booking', moveBookingPage(booking, [other], null, nothing, NO_DATE)),
    page('move-none', 'my-training/move-booking', moveBookingPage(booking, [event], 'managing-allegations')),
    page('move-check', 'my-training/check-move', checkMovePage(booking, other, NOW)),
    page('move-check-late', 'my-training/check-move', checkMovePage(booking, other, new Date('2024-05-16T09:00:00Z'))),
    page('needs', 'my-training/needs', bookingNeedsPage({ id: 'booking-1', title: courseTitle }, needs)),
    page(
      'needs-errors',
      'my-training/needs',
      bookingNeedsPage(
        { id: 'booking-1', title: courseTitle },
        noNeeds,
        Fields.ofForm({ accessNeeds: 'A ramp' }),
        readNeeds(Fields.ofForm({ accessNeeds: 'A ramp' })).errors,
      ),
    ),
    page('needs-saved', 'my-training/needs', yourNeedsPage(needs, null, null, 'saved')),
    page(
      'event-lead',
      'events/event',
      eventPage(
        { event, course: null, others: [], booking: null, missing: null, isLead: true },
        { publicUrl: 'https://training.example.org', name: 'Partnership' },
        NOW,
      ),
    ),
    page(
      'agency-bookings',
      'my-agency/agency-bookings',
      agencyBookingsPage(
        [agency.name],
        { requests: [asked], teamPlaces: [{ held, event }], bookings: [booking], total: 120, page: 2 },
        NOW,
      ),
    ),
    page(
      'agency-bookings-empty',
      'my-agency/agency-bookings',
      agencyBookingsPage([agency.name], { requests: [], teamPlaces: [], bookings: [], total: 0, page: 1 }, NOW),
    ),
    page(
      'agency-charges',
      'my-agency/agency-charges',
      agencyChargesPage(
        [agency.name, 'Another agency'],
        [
          aCharge({ courseTitle, orderNumber: courseTitle }),
          aCharge({ courseTitle, kind: 'fee', state: 'credited' }),
          aCharge({ courseTitle, practitionerName: '' }),
        ],
        { total: 160, page: 2 },
      ),
    ),
    page(
      'agency-charges-empty',
      'my-agency/agency-charges',
      agencyChargesPage([agency.name], [], { total: 0, page: 1 }),
    ),
    page(
      'booking-charged',
      'my-training/booking',
      bookingPage(
        anOwnBooking({
          courseTitle,
          attendance: 'absent',
          startsAt: '2024-05-01T08:30:00.000Z',
          endsAt: '2024-05-01T11:30:00.000Z',
        }),
        event,
        [],
        null,
        NOW,
        { charges: [aCharge({ courseTitle }), aCharge({ courseTitle, payer: 'person', kind: 'fee' })] },
      ),
    ),
    page('agency-booking-asked', 'my-agency/agency-booking', agencyBookingPage(asked, null, NOW)),
    page('agency-booking', 'my-agency/agency-booking', agencyBookingPage(booking, 'approved', NOW)),
    page('agency-reason', 'approvals/reason', agencyReasonPage(asked)),
    page('substitute', 'account/form', substitutePage(booking)),
    page('substitute-errors', 'account/form', substitutePage(booking, nothing, { email: 'Enter an email address' })),
    page(
      'choose-agency',
      'my-agency/choose-agency',
      chooseAgencyPage([agency], '/events/event-1/hold-places', 'event-1'),
    ),
    page('group', 'my-agency/group-booking', groupPage(subject)),
    page('group-errors', 'my-agency/group-booking', groupPage(subject, nothing, readGroup(subject, nothing).errors)),
    page('group-check', 'my-agency/check-group', checkGroupPage(subject, chosen)),
    page(
      'group-result',
      'my-agency/group-result',
      groupResultPage(subject, {
        booked: true,
        results: [result('Tom Wells', null), result('Ana Diaz', 'There is no free place on this date.')],
      }),
    ),
    page('hold', 'my-agency/hold-places', holdPlacesPage(event, agency)),
    page(
      'hold-errors',
      'my-agency/hold-places',
      holdPlacesPage(event, agency, nothing, readHolding(agency.id, nothing).errors ?? {}),
    ),
    page('team-places', 'my-agency/team-places', teamPlacesPage(held, event, members, null, {}, 'held')),
    page(
      'team-places-errors',
      'my-agency/team-places',
      teamPlacesPage(held, event, members, nothing, { email: 'Enter an email address' }),
    ),
    page(
      'team-places-gone',
      'my-agency/team-places',
      teamPlacesPage({ ...held, releasedAt: NOW.toISOString() }, event, members),
    ),
  ];
}
