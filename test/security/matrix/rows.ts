import { BookingEntity } from '@roundtable/bookings';
import type { BookingView, SectorView } from '@roundtable/contracts';
import { ModuleEntity } from '@roundtable/elearning';
import { FormLinks } from '@roundtable/evaluations';
import { EventEntity, EventSessionEntity } from '@roundtable/events';
import { ApiTokenEntity, MembershipEntity, SignIns } from '@roundtable/people';
import { MessageEntity } from '@roundtable/platform';
import { type Caller, type Product, publishedEvent } from '../../support/product';
import { ACCOUNTS, ASKERS, type Asker, NORTHSIDE } from './people';

const DAY_MS = 24 * 3600_000;

/** What belongs to one person: a row of every kind that a route can name. */
export interface PersonRows {
  personId: string;
  email: string;
  agencyId: string;
  /** A confirmed place on an event to come, with its questions unanswered. */
  bookingId: string;
  /** A place that is offered. */
  offeredId: string;
  /** A place on an event that is over: attended, answered, certificate issued. */
  attendedId: string;
  certificateCode: string;
  evaluationToken: string;
  messageId: string;
  /** An open request about own data. */
  dataRequestId: string;
  tokenId: string;
  membershipId: string;
  /** That this person wants to be told of dates. */
  interestId: string;
}

/** What belongs to nobody in particular. */
export interface SharedRows {
  courseId: string;
  courseSlug: string;
  statementIds: string[];
  draftCourseId: string;
  draftEventId: string;
  /** Nobody has asked for a place on it. */
  openEventId: string;
  bookedEventId: string;
  endedEventId: string;
  module: ModuleEntity;
  holdId: string;
  spareAgencyId: string;
  sparePersonId: string;
  /** A trainer's, of the spare person. */
  spareGrantId: string;
  groupId: string;
  sectorId: string;
  /** Sectors that stand below one sector, in their order. */
  childSectorIds: string[];
  venueId: string;
  /** The trainer of the matrix, who gives one event. */
  trainerId: string;
  givenEventId: string;
  eventTrainerId: string;
  /** Of another provider, published. */
  listingId: string;
}

export interface Rows {
  shared: SharedRows;
  callers: Record<Exclude<Asker, 'visitor'>, Caller>;
  /** The secret of a sign-in of each caller's. */
  cookies: Record<Exclude<Asker, 'visitor'>, string>;
  /** By the column; `foreign` is somebody of Northside who asks for nothing. */
  of: Record<Exclude<Asker, 'visitor'> | 'foreign', PersonRows>;
}

/** Everything that the routes of the matrix ask for, each person with rows of their own. */
export async function rowsOf(product: Product): Promise<Rows> {
  const callers = {} as Rows['callers'];
  const cookies = {} as Rows['cookies'];
  const emails = new Map<string, string>();
  for (const asker of ASKERS) {
    if (asker === 'visitor') continue;
    const { role, agency } = ACCOUNTS[asker];
    emails.set(asker, `${asker}@matrix.example`);
    callers[asker] = await product.person(role, { agency, name: `The ${asker}`, email: `${asker}@matrix.example` });
    cookies[asker] = await product.app
      .get(SignIns)
      .start(callers[asker].personId, { userAgent: undefined, signInId: null });
  }
  const foreign = await product.person('practitioner', {
    agency: NORTHSIDE,
    name: 'Freda Foreign',
    email: 'foreign@matrix.example',
  });
  emails.set('foreign', 'foreign@matrix.example');
  const owners = { ...callers, foreign };
  const { coordinator } = callers;
  const course = {
    isSeries: true,
    outcomeStatements: [
      { stem: 'knowledge of', wording: 'how to recognise neglect' },
      { stem: 'confidence in', wording: 'to act on it' },
    ],
  };
  const booked = await publishedEvent(product, coordinator, { capacity: 50, title: 'Matrix course', course });
  const [open, offered, ended] = await Promise.all(
    [9, 10, 11].map((weeks) =>
      publishedEvent(product, coordinator, { capacity: 50, courseId: booked.courseId, weeks }),
    ),
  );
  const view = await product.ask<{ slug: string; outcomeStatements: { id: string }[] }>(
    'GET',
    `/api/courses/${booked.courseId}`,
  );
  const draftCourse = await product.ask<{ id: string }>('POST', '/api/courses', {
    as: coordinator,
    body: { title: 'Draft course', summary: 'Not published' },
  });
  const draftEvent = await product.ask<{ id: string }>('POST', `/api/events/${open!.eventId}/duplication`, {
    as: coordinator,
  });
  const book = async (as: Caller, eventId: string): Promise<string> => {
    const answer = await product.ask<BookingView>('POST', `/api/events/${eventId}/bookings`, { as, body: {} });
    if (answer.status !== 201) throw new Error(`The booking was not made: ${answer.text}`);
    return answer.body.id;
  };
  const of = {} as Rows['of'];
  for (const [name, owner] of Object.entries(owners) as [keyof Rows['of'], Caller][]) {
    const bookingId = await book(owner, booked.eventId);
    const offeredId = await book(owner, offered!.eventId);
    const attendedId = await book(owner, ended!.eventId);
    const { agencyId } = await product.database.repo(BookingEntity).findOneByOrFail({ id: bookingId });
    await product.database
      .repo(BookingEntity)
      .update({ id: offeredId }, { status: 'offered', offeredUntil: new Date(Date.now() + 2 * DAY_MS) });
    const message = await product.database.repo(MessageEntity).findOneByOrFail({ personId: owner.personId });
    of[name] = {
      personId: owner.personId,
      email: emails.get(name) ?? '',
      agencyId,
      bookingId,
      offeredId,
      attendedId,
      certificateCode: '',
      evaluationToken: await linkBefore(product, bookingId),
      messageId: message.id,
      dataRequestId: await requestOf(product, owner),
      tokenId: (await product.database.repo(ApiTokenEntity).findOneByOrFail({ personId: owner.personId })).id,
      interestId: await interestOf(product, owner, booked.courseId),
      membershipId: (await product.database.repo(MembershipEntity).findOneByOrFail({ personId: owner.personId })).id,
    };
  }
  await hold(product, coordinator, ended!.eventId);
  for (const [name, owner] of Object.entries(owners) as [keyof Rows['of'], Caller][])
    of[name].certificateCode = await answerAndCertify(product, owner, of[name].attendedId);
  return {
    callers,
    cookies,
    of,
    shared: {
      courseId: booked.courseId,
      courseSlug: view.body.slug,
      statementIds: view.body.outcomeStatements.map((statement) => statement.id),
      draftCourseId: draftCourse.body.id,
      draftEventId: draftEvent.body.id,
      openEventId: open!.eventId,
      bookedEventId: booked.eventId,
      endedEventId: ended!.eventId,
      holdId: await holdOn(product, callers['information-governance'], booked.eventId),
      ...(await sparesOf(product, coordinator)),
      ...(await deliveryOf(product, coordinator, callers.trainer, booked.courseId)),
      module: (await product.database.repo(ModuleEntity).find({ order: { id: 'ASC' } }))[0]!,
    },
  };
}

/** Makes an event that was to come one of yesterday, marks everybody present and closes the register. */
async function hold(product: Product, coordinator: Caller, eventId: string): Promise<void> {
  const endsAt = new Date(Date.now() - DAY_MS);
  const startsAt = new Date(endsAt.getTime() - 3 * 3600_000);
  await product.database.repo(EventEntity).update({ id: eventId }, { startsAt, endsAt });
  await product.database.repo(EventSessionEntity).update({ eventId }, { startsAt, endsAt });
  const bookings = await product.database.repo(BookingEntity).findBy({ eventId });
  await product.ask('PUT', `/api/events/${eventId}/register`, {
    as: coordinator,
    body: { entries: bookings.map((booking) => ({ bookingId: booking.id, attendance: 'present' })) },
  });
  const closed = await product.ask('POST', `/api/events/${eventId}/register/closure`, { as: coordinator });
  if (closed.status !== 200) throw new Error(`The register was not closed: ${closed.text}`);
}

/** Sends the answers after an event, downloads the certificate, and answers its code. */
async function answerAndCertify(product: Product, owner: Caller, bookingId: string): Promise<string> {
  const path = `/api/bookings/${bookingId}/evaluations/after`;
  const form = await product.ask<{ questions: { id: string }[] }>('GET', path, { as: owner });
  const answers = form.body.questions.map((question) => ({ questionId: question.id, value: 4 }));
  await product.ask('PUT', path, { as: owner, body: { answers } });
  const certificate = await product.ask('GET', `/api/bookings/${bookingId}/certificate.pdf`, { as: owner });
  if (certificate.status !== 200) throw new Error(`There is no certificate: ${certificate.text}`);
  const rows = await product.database.query<{ code: string }>('SELECT code FROM certificates WHERE booking_id = ?', [
    bookingId,
  ]);
  return rows[0]?.code ?? '';
}

async function requestOf(product: Product, as: Caller): Promise<string> {
  const body = { kind: 'object' };
  return (await product.ask<{ id: string }>('POST', '/api/me/data-requests', { as, body })).body.id;
}

/** The secret of a link to the questions before the event of a booking. */
async function linkBefore(product: Product, bookingId: string): Promise<string> {
  const booking = await product.database.repo(BookingEntity).findOneByOrFail({ id: bookingId });
  const event = await product.database.repo(EventEntity).findOneByOrFail({ id: booking.eventId });
  const window = { opensAt: booking.requestedAt, closesAt: event.startsAt ?? booking.requestedAt };
  const [link] = await product.app.get(FormLinks).to([{ booking, event, stage: 'before', window }]);
  return link?.secret ?? '';
}

async function interestOf(product: Product, as: Caller, courseId: string): Promise<string> {
  return (await product.ask<{ id: string }>('POST', `/api/courses/${courseId}/interests`, { as, body: {} })).body.id;
}

async function holdOn(product: Product, as: Caller, eventId: string): Promise<string> {
  const body = { subjectKind: 'event', subjectId: eventId, reason: 'An inquiry asks for it' };
  return (await product.ask<{ id: string }>('POST', '/api/holds', { as, body })).body.id;
}

/** An agency and a person to merge into, with a role to take back, and a group and a sector that nothing uses. */
async function sparesOf(
  product: Product,
  as: Caller,
): Promise<
  Pick<SharedRows, 'spareAgencyId' | 'sparePersonId' | 'spareGrantId' | 'groupId' | 'sectorId' | 'childSectorIds'>
> {
  const made = async (path: string, body: Record<string, unknown>): Promise<string> => {
    const answer = await product.ask<{ id: string }>('POST', path, { as, body });
    if (answer.status !== 201) throw new Error(`${path} was not made: ${answer.text}`);
    return answer.body.id;
  };
  const spareAgencyId = await made('/api/agencies', { name: 'Spare Agency', sector: 'housing' });
  const sectors = await product.ask<SectorView[]>('GET', '/api/sectors?_start=0&_end=200');
  const above = sectors.body.find(({ parentId }) => parentId !== null);
  const sparePersonId = await made('/api/practitioners', { name: 'Sam Spare', agencyId: spareAgencyId });
  return {
    spareAgencyId,
    sparePersonId,
    spareGrantId: await made('/api/role-grants', { personId: sparePersonId, role: 'trainer' }),
    groupId: await made('/api/agency-groups', { name: 'Spare Group' }),
    sectorId: await made('/api/sectors', { name: 'a spare sector' }),
    childSectorIds: sectors.body.filter(({ parentId }) => parentId === above?.parentId).map(({ id }) => id),
  };
}

/** A venue, an event of today that the trainer of the matrix gives, and a listing of another provider. */
async function deliveryOf(
  product: Product,
  as: Caller,
  trainer: Caller,
  courseId: string,
): Promise<Pick<SharedRows, 'venueId' | 'trainerId' | 'givenEventId' | 'eventTrainerId' | 'listingId'>> {
  const made = async (path: string, body: Record<string, unknown>): Promise<string> => {
    const answer = await product.ask<{ id: string }>('POST', path, { as, body });
    if (answer.status !== 201) throw new Error(`${path} was not made: ${answer.text}`);
    return answer.body.id;
  };
  const { eventId: givenEventId } = await publishedEvent(product, as, { capacity: 20, courseId, weeks: 12 });
  const [startsAt, endsAt] = [-1, 1].map((hours) => new Date(Date.now() + hours * 3600_000));
  await product.database.repo(EventEntity).update({ id: givenEventId }, { startsAt, endsAt });
  await product.database.repo(EventSessionEntity).update({ eventId: givenEventId }, { startsAt, endsAt });
  const trainerId = await made('/api/trainers', { kind: 'pool', personId: trainer.personId });
  return {
    venueId: await made('/api/venues', { name: 'The venue of the matrix' }),
    trainerId,
    givenEventId,
    eventTrainerId: await made('/api/event-trainers', { eventId: givenEventId, trainerId, answer: 'confirmed' }),
    listingId: await made('/api/other-provider-events', {
      title: 'Listed',
      provider: 'A charity',
      url: 'https://charity.example/listed',
      published: true,
    }),
  };
}
