import { beforeAll, describe, expect, it } from '@jest/globals';
import { AgencyEntity } from '@roundtable/agencies';
import { AbsenceReasons, ChargeEntity, MISSED_LINK } from '@roundtable/bookings';
import type { BookingView, ChargeView, EventView } from '@roundtable/contracts';
import { ErasuresService } from '@roundtable/people';
import { AuditEntryEntity, Checks, Links, MessageEntity, PersonalData, Retention } from '@roundtable/platform';
import ExcelJS from 'exceljs';
import { type Caller, onTheProduct, publishedEvent } from '../support/product';
import { Website } from '../support/website';

/** A Monday morning; free cancellation of an event two weeks later ends on Monday the week before it, at 5pm. */
const START = '2026-06-01T09:00:00Z';
const EVENT_DAY = '2026-06-15';
const LATE = '2026-06-10T09:00:00Z';
const AFTERWARDS = '2026-06-15T14:00:00Z';
const FEES = [
  { feeType: '*', pence: 3000, chargePence: 5050 },
  { feeType: 'charity', pence: 0, chargePence: 0 },
];

onTheProduct((product) => {
  let coordinator: Caller;
  let lead: Caller;
  const ask = <Body = ChargeView & { code: string }>(
    method: 'GET' | 'POST' | 'PATCH' | 'PUT',
    url: string,
    as: Caller,
    body?: Record<string, unknown>,
  ) => product.ask<Body>(method, url, { as, ...(body ? { body } : {}) });

  beforeAll(async () => {
    product.clock.set(START);
    coordinator = await product.person('coordinator', { name: 'Coral Coordinator', agency: 'Partnership' });
    for (const [name, feeType] of [
      ['Homes Trust', 'other'],
      ['Other Homes', 'other'],
      ['Little Charity', 'charity'],
      ['Self-employed', 'self-employed'],
    ])
      await ask('POST', '/api/agencies', coordinator, { name, sector: 'housing', feeType });
    lead = await product.person('agency-lead', {
      agency: 'Homes Trust',
      name: 'Lena Lead',
      email: 'lena@homes.example',
    });
  });

  const eventOf = async (capacity = 20, more: Record<string, unknown> = {}) => {
    product.clock.set(START);
    const sessions = [{ startsAt: `${EVENT_DAY}T09:00:00Z`, endsAt: `${EVENT_DAY}T12:00:00Z` }];
    return publishedEvent(product, coordinator, { capacity, more: { sessions, fees: FEES, ...more } });
  };
  const delegate = (agency = 'Homes Trust', more: { name?: string; email?: string } = {}) =>
    product.person('practitioner', { agency, ...more });
  const book = async (as: Caller, eventId: string, more: Record<string, unknown> = {}) =>
    (await ask<BookingView>('POST', `/api/events/${eventId}/bookings`, as, more)).body;
  const cancel = async (as: Caller, { id }: BookingView, reason = 'work') => {
    const answer = await ask('POST', `/api/bookings/${id}/cancellation`, as, { reason });
    expect(answer.status).toBe(200);
  };
  const mark = (eventId: string, bookings: BookingView[], attendance: 'present' | 'absent') =>
    ask('PUT', `/api/events/${eventId}/register`, coordinator, {
      entries: bookings.map(({ id }) => ({ bookingId: id, attendance })),
    });
  const close = async (eventId: string) => {
    const answer = await ask('POST', `/api/events/${eventId}/register/closure`, coordinator);
    expect([answer.status, answer.text]).toEqual([200, expect.anything()]);
  };
  const chargesOf = async (eventId: string, as = coordinator, more = '') =>
    (await ask<ChargeView[]>('GET', `/api/charges?eventId=${eventId}&_end=100${more}`, as)).body;
  const chargeOf = async ({ id, eventId }: BookingView) =>
    (await chargesOf(eventId)).filter(({ bookingId }) => bookingId === id).at(-1)!;
  const chargeMails = async (bookingId: string) =>
    (await product.database.repo(MessageEntity).findBy({ regarding: bookingId }))
      .filter(({ kind }) => kind.startsWith('charge'))
      .map(({ kind, toAddress, textBody }) => ({ kind, toAddress, textBody }));
  const breaches = async () => (await product.app.get(Checks).run()).flatMap((outcome) => outcome.breaches);

  /** One who attended and one who was absent, with the register closed. */
  const closedEvent = async () => {
    const { eventId, courseId } = await eventOf();
    const people = [await delegate(), await delegate('Homes Trust', { name: 'Abe Absent' })] as const;
    const present = await book(people[0], eventId, { orderNumber: 'PO-1' });
    const absent = await book(people[1], eventId, { orderNumber: 'PO-2' });
    product.clock.set(AFTERWARDS);
    await mark(eventId, [present], 'present');
    await mark(eventId, [absent], 'absent');
    await close(eventId);
    return { eventId, courseId, present, absent, people };
  };

  describe('closing the register', () => {
    it('proposes the fee for who came, the charge for who did not and for who cancelled too late, and tells nobody', async () => {
      const { eventId } = await eventOf(20, { costCode: 'TR-77' });
      const people = await Promise.all([1, 2, 3, 4].map(() => delegate()));
      const [present, absent, early, late] = (await Promise.all(people.map((one) => book(one, eventId)))) as [
        BookingView,
        BookingView,
        BookingView,
        BookingView,
      ];
      const free = await book(await delegate('Little Charity'), eventId);
      await cancel(people[2]!, early);
      product.clock.set(LATE);
      await cancel(people[3]!, late);
      product.clock.set(AFTERWARDS);
      await mark(eventId, [present, free], 'present');
      await mark(eventId, [absent], 'absent');
      expect(await chargesOf(eventId)).toEqual([]);
      await close(eventId);
      const charges = await chargesOf(eventId, coordinator, '&_sort=pence&_order=ASC');
      expect(
        charges.map(({ bookingId, kind, state, pence, payer, costCode }) => [
          bookingId,
          kind,
          state,
          pence,
          payer,
          costCode,
        ]),
      ).toEqual(
        expect.arrayContaining([
          [present.id, 'fee', 'proposed', 3000, 'agency', 'TR-77'],
          [absent.id, 'absence', 'proposed', 5050, 'agency', 'TR-77'],
          [late.id, 'late-cancellation', 'proposed', 5050, 'agency', 'TR-77'],
        ]),
      );
      expect(charges).toHaveLength(3);
      for (const id of [present.id, absent.id, late.id]) expect(await chargeMails(id)).toEqual([]);
      for (const who of [...people, lead]) expect(await chargesOf(eventId, who)).toEqual([]);
      expect(await breaches()).toEqual([]);
    });

    it('waives by itself, with the reason: a colleague, a place refilled, a free reason, the organiser’s change', async () => {
      const { eventId } = await eventOf(5);
      const people = await Promise.all([1, 2, 3, 4, 5].map(() => delegate()));
      const bookings = await Promise.all(people.map((one) => book(one, eventId)));
      const waiting = await delegate();
      await book(waiting, eventId);
      product.clock.set(LATE);
      await ask('POST', `/api/bookings/${bookings[0]!.id}/substitution`, lead, {
        email: 'colleague@homes.example',
        name: 'Colin Colleague',
      });
      await cancel(people[1]!, bookings[1]!);
      const offered = (await ask<BookingView[]>('GET', `/api/bookings?eventId=${eventId}`, waiting)).body[0]!;
      expect((await ask('POST', `/api/bookings/${offered.id}/acceptance`, waiting)).status).toBe(200);
      product.clock.set('2026-06-10T09:05:00Z');
      await cancel(people[2]!, bookings[2]!, 'ill');
      const sessions = [{ startsAt: `${EVENT_DAY}T09:30:00Z`, endsAt: `${EVENT_DAY}T12:00:00Z` }];
      expect((await ask('PATCH', `/api/events/${eventId}`, coordinator, { sessions })).status).toBe(200);
      await ask('POST', `/api/bookings/${bookings[4]!.id}/coming`, people[4]!, { coming: true });
      product.clock.set(AFTERWARDS);
      const held = (await ask<BookingView[]>('GET', `/api/bookings?eventId=${eventId}&status=confirmed`, coordinator))
        .body;
      await mark(eventId, held, 'absent');
      await close(eventId);
      const waivers = await Promise.all(bookings.map(chargeOf));
      expect(waivers.map(({ state, waiver }) => [state, waiver])).toEqual([
        ['waived', 'substitute'],
        ['waived', 'refilled'],
        ['waived', 'reason'],
        ['waived', 'organiser'],
        ['proposed', null],
      ]);
    });

    it('is free within two working days for who came off the waiting list, and bills somebody self-employed personally', async () => {
      const { eventId } = await eventOf(1);
      const first = await delegate();
      const own = await product.person('practitioner', { agency: 'Self-employed', name: 'Sol Trader' });
      const place = await book(first, eventId);
      const wait = await book(own, eventId);
      product.clock.set(LATE);
      await cancel(first, place);
      await ask('POST', `/api/bookings/${wait.id}/acceptance`, own);
      product.clock.set('2026-06-11T09:00:00Z');
      await cancel(own, wait);
      product.clock.set(AFTERWARDS);
      await close(eventId);
      expect(await chargeOf(wait)).toMatchObject({ state: 'waived', waiver: 'promoted', payer: 'person' });
      const refused = await ask('POST', `/api/charges/${(await chargeOf(wait)).id}/confirmation`, coordinator, {});
      expect([refused.status, refused.text.includes('Say why it is charged all the same')]).toEqual([422, true]);
      const { id } = await chargeOf(wait);
      const charged = await ask('POST', `/api/charges/${id}/confirmation`, coordinator, { reason: 'Agreed before' });
      expect(charged.body).toMatchObject({ state: 'confirmed', waiver: null, reason: 'Agreed before' });
      expect(await chargeMails(wait.id)).toMatchObject([{ kind: 'charge-made' }]);
      expect((await chargesOf(eventId, own)).map(({ payer }) => payer)).toEqual(['person']);
      const leadOfThem = await product.person('agency-lead', { agency: 'Self-employed' });
      expect(await chargesOf(eventId, leadOfThem)).toEqual([]);
    });
  });

  describe('a correction of the register', () => {
    it('withdraws what no longer follows, proposes what does, and proposes nothing twice', async () => {
      const { eventId, absent } = await closedEvent();
      expect((await chargeOf(absent)).kind).toBe('absence');
      await mark(eventId, [absent], 'present');
      await mark(eventId, [absent], 'present');
      const charges = (await chargesOf(eventId)).filter(({ bookingId }) => bookingId === absent.id);
      expect(charges.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
        'absence withdrawn',
        'fee proposed',
      ]);
      await mark(eventId, [absent], 'absent');
      const again = (await chargesOf(eventId)).filter(({ bookingId }) => bookingId === absent.id);
      expect(again.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
        'absence proposed',
        'absence withdrawn',
        'fee withdrawn',
      ]);
      expect(await breaches()).toEqual([]);
    });

    it('marks a charge that was told for staff to waive, and never withdraws it in silence', async () => {
      const { eventId, absent } = await closedEvent();
      const { id } = await chargeOf(absent);
      await ask('POST', `/api/charges/${id}/confirmation`, coordinator, {});
      await mark(eventId, [absent], 'present');
      const overtaken = await ask<ChargeView[]>('GET', `/api/charges?eventId=${eventId}&overtaken=true`, coordinator);
      expect(overtaken.body).toMatchObject([{ id, state: 'confirmed' }]);
      await ask('POST', `/api/charges/${id}/waiver`, coordinator, { reason: 'Was there after all' });
      expect((await chargeMails(absent.id)).map(({ kind }) => kind)).toContain('charge-waived');
    });

    it('waives an absence for a reason without charge, as soon as it is said', async () => {
      const { eventId, absent } = await closedEvent();
      expect((await chargeOf(absent)).state).toBe('proposed');
      const token = await product.app.get(Links).make(MISSED_LINK, absent.id, new Date('2026-08-01T00:00:00Z'));
      await product.app.get(AbsenceReasons).say(token, 'ill');
      const [charge] = (await chargesOf(eventId)).filter(({ bookingId }) => bookingId === absent.id);
      expect([charge?.state, charge?.waiver]).toEqual(['waived', 'reason']);
      await product.app.get(AbsenceReasons).say(token, 'forgot');
      expect((await chargeOf(absent)).state).toBe('proposed');
      expect(await breaches()).toEqual([]);
    });

    it('follows staff who cancel a booking after the closing', async () => {
      const { eventId, absent } = await closedEvent();
      await ask('POST', `/api/bookings/${absent.id}/cancellation`, coordinator, { reason: 'ill' });
      const charges = (await chargesOf(eventId)).filter(({ bookingId }) => bookingId === absent.id);
      expect(charges.map(({ kind, state, waiver }) => [kind, state, waiver]).sort()).toEqual([
        ['absence', 'withdrawn', null],
        ['late-cancellation', 'waived', 'reason'],
      ]);
    });
  });

  describe('confirming', () => {
    it('tells the delegate and the agency’s leads, once, and shows it to them and to nobody else', async () => {
      const { eventId, absent, people } = await closedEvent();
      const { id, reference } = await chargeOf(absent);
      const confirmed = await ask('POST', `/api/charges/${id}/confirmation`, coordinator, {});
      expect([confirmed.status, confirmed.body.state]).toEqual([200, 'confirmed']);
      await ask('POST', `/api/charges/${id}/confirmation`, coordinator, {});
      const mails = await chargeMails(absent.id);
      expect(mails).toHaveLength(2);
      const toLead = mails.find(({ toAddress }) => toAddress === 'lena@homes.example')!;
      expect(toLead.textBody).toContain('£50.50');
      expect(toLead.textBody).not.toContain('Abe Absent');
      const stranger = await product.person('agency-lead', { agency: 'Other Homes' });
      const trainer = await product.person('trainer', { agency: 'Other Homes' });
      for (const [who, status] of [
        [people[1], 200],
        [lead, 200],
        [people[0], 404],
        [stranger, 404],
        [trainer, 404],
      ] as const) {
        expect((await ask('GET', `/api/charges/${id}`, who)).status).toBe(status);
        expect((await chargesOf(eventId, who)).length).toBe(status === 200 ? 1 : 0);
        expect((await ask('POST', `/api/charges/${id}/waiver`, who, { reason: 'No' })).status).toBe(403);
      }
      const seen = (await ask('GET', `/api/charges/${id}`, lead)).body;
      expect(seen).toMatchObject({ reference, practitionerName: 'Abe Absent', reason: null, costCode: null });
      const log = await product.database.repo(AuditEntryEntity).findBy({ subjectId: id });
      expect(log).toMatchObject([
        { action: 'charge.confirm', before: { state: 'proposed' }, after: { state: 'confirmed' } },
      ]);
    });

    it('tells once, however many confirm it at the same time', async () => {
      const { absent } = await closedEvent();
      const { id } = await chargeOf(absent);
      const answers = await Promise.all(
        [1, 2, 3].map(() => ask('POST', `/api/charges/${id}/confirmation`, coordinator, {})),
      );
      expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
      expect(await chargeMails(absent.id)).toHaveLength(2);
    });

    it('confirms many at once, and leaves those that are waived or decided', async () => {
      const { eventId, present } = await closedEvent();
      const charges = await chargesOf(eventId);
      await ask('POST', `/api/charges/${(await chargeOf(present)).id}/waiver`, coordinator, { reason: 'A helper' });
      const done = await ask('POST', '/api/charges/confirmations', coordinator, { ids: charges.map(({ id }) => id) });
      expect(done.body).toEqual({ changed: 1, unchanged: 1 });
      expect(await chargeOf(present)).toMatchObject({ state: 'waived', waiver: 'staff', reason: 'A helper' });
      expect(await chargeMails(present.id)).toEqual([]);
      const credit = await ask('POST', `/api/charges/${(await chargeOf(present)).id}/credit`, coordinator, {
        reason: 'x',
      });
      expect(credit.body.code).toBe('charges.not-possible');
    });

    it('is told on the website: to the delegate with the booking, to a lead on a page of the agency', async () => {
      const { absent } = await closedEvent();
      const { id } = await chargeOf(absent);
      const email = (await product.database.repo(MessageEntity).findOneByOrFail({ regarding: absent.id })).toAddress;
      const own = new Website(product);
      await own.signIn(email);
      const page = `/my-training/bookings/${absent.id}`;
      expect((await own.get(page)).text).not.toContain('Absence without cancelling');
      await ask('POST', `/api/charges/${id}/confirmation`, coordinator, {});
      const shown = (await own.get(page)).text;
      expect(shown).toContain('Absence without cancelling');
      expect(shown).toContain('£50.50');
      const leads = new Website(product);
      await leads.signIn('lena@homes.example');
      const list = (await leads.get('/my-agency/charges')).text;
      expect(list).toContain('Abe Absent');
      expect(list).toContain('£50.50');
    });
  });

  describe('the file for finance', () => {
    const file = async (ending: string, query = '') =>
      product.app
        .getHttpAdapter()
        .getInstance()
        .inject({
          method: 'GET',
          url: `/api/charges/finance.${ending}${query}`,
          headers: { authorization: `Bearer ${coordinator.token}` },
        });

    it('has order number, cost code, VAT text, credits as negative lines and when it was sent on', async () => {
      await ask('PATCH', '/api/settings', coordinator, {
        settings: [{ name: 'chargeVatText', value: '=Outside the scope of VAT' }],
      });
      const { eventId, courseId, present, absent } = await closedEvent();
      await ask('PATCH', `/api/courses/${courseId}/terms`, coordinator, { costCode: 'SAFE-1' });
      const ids = (await chargesOf(eventId)).map(({ id }) => id);
      await ask('POST', '/api/charges/confirmations', coordinator, { ids });
      await ask('PATCH', `/api/charges/${(await chargeOf(present)).id}`, coordinator, { orderNumber: '-PO 9' });
      expect((await ask('POST', '/api/charges/sent-on', coordinator, { ids })).body).toEqual({
        changed: 2,
        unchanged: 0,
      });
      product.clock.set('2026-06-20T09:00:00Z');
      await ask('POST', `/api/charges/${(await chargeOf(absent)).id}/credit`, coordinator, {
        reason: 'Agreed with them',
      });
      const csv = (await file('csv', `?eventId=${eventId}`)).body.split('\r\n').slice(1, -1);
      const bySum = (line: string) => Number(line.split(',')[7]);
      csv.sort((one, other) => bySum(other) - bySum(one));
      expect(csv).toHaveLength(3);
      expect(csv[0]).toContain(',Charge,Homes Trust,Homes Trust,PO-2,,50.5,');
      expect(csv[0]).toMatch(/,2026-06-15$/);
      expect(csv[1]).toContain(
        ",Charge,Homes Trust,Homes Trust,'-PO 9,,30,'=Outside the scope of VAT,Fee for the place",
      );
      expect(csv[2]).toMatch(/^2026-06-20,CH-.*,Credit,Homes Trust,Homes Trust,PO-2,,-50.5,.*,$/);
      const open = (await file('csv', `?eventId=${eventId}&unsent=true`)).body.split('\r\n').slice(1, -1);
      expect(open).toHaveLength(1);
      const book = new ExcelJS.Workbook();
      await book.xlsx.load((await file('xlsx', `?eventId=${eventId}&from=2026-06-20`)).rawPayload as never);
      const rows = book.worksheets[0]!.getSheetValues() as unknown[][];
      expect(rows[2]![8]).toBe(-50.5);
      expect(rows[2]![9]).toBe("'=Outside the scope of VAT");
      expect(rows).toHaveLength(3);
      expect(await product.database.repo(AuditEntryEntity).countBy({ action: 'charge.export' })).toBe(3);
    });

    it('takes the course’s cost code where the event has none, as it was when the register was closed', async () => {
      const { eventId, courseId } = await eventOf();
      await ask('PATCH', `/api/courses/${courseId}/terms`, coordinator, { costCode: 'SAFE-1' });
      const booking = await book(await delegate(), eventId);
      product.clock.set(AFTERWARDS);
      await mark(eventId, [booking], 'present');
      await close(eventId);
      expect((await chargeOf(booking)).costCode).toBe('SAFE-1');
    });
  });

  describe('what is held of people', () => {
    it('stops an erasure while staff or finance still have to act on it', async () => {
      const { absent, people } = await closedEvent();
      const charge = await chargeOf(absent);
      const blocks = await product.app.get(ErasuresService).blocksOf(people[1].personId);
      expect(blocks).toContainEqual({ kind: 'charge', reference: charge.reference });
      await ask('POST', `/api/charges/${charge.id}/waiver`, coordinator, { reason: 'Abe was in hospital' });
      expect(await product.app.get(ErasuresService).blocksOf(people[1].personId)).toEqual([]);
    });

    it('is in their own file once it was told, and an erasure leaves the amount without the words', async () => {
      const { absent, people } = await closedEvent();
      const { id } = await chargeOf(absent);
      const titles = async () =>
        (await product.app.get(PersonalData).exportOf(people[1].personId)).map(({ title }) => title);
      expect(await titles()).not.toContain('Charges for your bookings');
      await ask('POST', `/api/charges/${id}/confirmation`, coordinator, {});
      expect(await titles()).toContain('Charges for your bookings');
      await ask('POST', `/api/charges/${id}/waiver`, coordinator, { reason: 'Abe was in hospital' });
      await product.app.get(ErasuresService).erase(people[1].personId);
      const kept = await product.database.repo(ChargeEntity).findOneByOrFail({ id });
      expect(kept).toMatchObject({ pence: 5050, state: 'waived', reason: null });
      const { name } = await product.database.repo(AgencyEntity).findOneByOrFail({ id: kept.agencyId });
      expect(name).toBe('Homes Trust');
      expect(JSON.stringify(await product.database.repo(AuditEntryEntity).findBy({ subjectId: id }))).not.toContain(
        'hospital',
      );
    });

    it('moves with agencies and bookings that are merged', async () => {
      const { eventId, absent } = await closedEvent();
      const agencies = (await ask<{ id: string; name: string }[]>('GET', '/api/agencies?_end=100', coordinator)).body;
      const idOf = (wanted: string) => agencies.find(({ name }) => name === wanted)!.id;
      const merged = await ask('POST', `/api/agencies/${idOf('Homes Trust')}/merge`, coordinator, {
        into: idOf('Other Homes'),
      });
      expect([merged.status, merged.text]).toEqual([200, expect.anything()]);
      expect(await chargeOf({ ...absent, eventId })).toMatchObject({ agencyName: 'Other Homes' });
      expect(await breaches()).toEqual([]);
    });
  });

  it('lists with filters, a window and a total', async () => {
    const { eventId } = await closedEvent();
    const answer = await ask<ChargeView[]>(
      'GET',
      `/api/charges?eventId=${eventId}&_end=1&_sort=pence&_order=DESC`,
      coordinator,
    );
    expect([answer.body.length, answer.headers['x-total-count'], answer.body[0]!.pence]).toEqual([1, '2', 5050]);
    const of = async (query: string) => (await chargesOf(eventId, coordinator, query)).length;
    expect(await of('&from=2026-06-15&to=2026-06-15')).toBe(2);
    expect(await of('&from=2026-06-16')).toBe(0);
    expect(await of('&to=2026-06-14')).toBe(0);
    expect(await of('&kind=fee')).toBe(1);
    expect(await of('&state=confirmed')).toBe(0);
    expect(await of('&q=abe')).toBe(1);
    const event = (await ask<EventView>('GET', `/api/events/${eventId}`, coordinator)).body;
    expect(event.id).toBe(eventId);
  });

  it('goes 6 years after the end of the financial year, and not a day before', async () => {
    const { absent } = await closedEvent();
    const { id } = await chargeOf(absent);
    const retention = product.app.get(Retention);
    product.clock.set('2033-03-31T12:00:00Z');
    await retention.sweep();
    expect(await product.database.repo(ChargeEntity).existsBy({ id })).toBe(true);
    product.clock.set('2033-04-01T12:00:00Z');
    await retention.sweep();
    expect(await product.database.repo(ChargeEntity).existsBy({ id })).toBe(false);
  });
});
