import { AgencyEntity } from '@roundtable/agencies';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CourseEntity } from '@roundtable/courses';
import {
  Audit,
  type DataSection,
  Database,
  type MergeParts,
  type MergeReach,
  Merges,
  PersonalData,
  type PersonalDataOwner,
  Retention,
  batchOf,
  yearAlone,
} from '@roundtable/platform';
import { type FindOptionsWhere, In } from 'typeorm';
import { BookingEntity } from '../booking.entity';
import { CHARGE_KIND_WORDS, CHARGE_STATE_WORDS } from './charge-words';
import { ChargeEntity } from './charge.entity';

const BATCH = 500;
const POSITION = 32;

/** What reaches into charges: people's own data, merging, and for how long finance's records are kept. */
@Injectable()
export class ChargeReach implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly personalData: PersonalData,
    private readonly merges: Merges,
    private readonly retention: Retention,
  ) {}

  onModuleInit(): void {
    this.personalData.register(this.owner());
    this.merges.register(this.reach());
    this.retention.register({
      name: 'bookings.charges',
      title: 'Charges, from the end of the financial year in which they last changed',
      unit: 'months',
      usual: 72,
      overdue: (before, start) => this.overdue(before, start),
      erase: async (ids) => {
        await this.database.repo(ChargeEntity).delete({ id: In([...ids]) });
      },
    });
  }

  private owner(): PersonalDataOwner {
    return {
      name: 'charges',
      position: POSITION,
      covers: ['charges'],
      exportOf: (personId) => this.exportOf(personId),
      forget: (personId) => this.forget(personId),
      blocksOf: async (personId) => {
        const charges = await this.ofPerson(personId);
        return charges.filter(isOpen).map(({ reference }) => ({ kind: 'charge', reference }));
      },
      subjectNames: async (kind, ids) => {
        if (kind !== 'charge') return new Map();
        const rows = await this.database.repo(ChargeEntity).findBy({ id: In([...ids]) });
        return new Map(rows.map(({ id, reference }) => [id, reference]));
      },
    };
  }

  /** Only what was told: what staff have not decided is nothing that holds of anybody. */
  private async exportOf(personId: string): Promise<DataSection[]> {
    const charges = (await this.ofPerson(personId)).filter(({ toldAt }) => toldAt !== null);
    if (charges.length === 0) return [];
    const bookings = await this.database
      .repo(BookingEntity)
      .findBy({ id: In(charges.map(({ bookingId }) => bookingId)) });
    const byId = new Map(bookings.map((booking) => [booking.id, booking]));
    const courses = await this.database.repo(CourseEntity).findBy({ id: In(bookings.map(({ courseId }) => courseId)) });
    const titles = new Map(courses.map(({ id, title }) => [id, title]));
    const agencies = await this.database.repo(AgencyEntity).findBy({ id: In(charges.map(({ agencyId }) => agencyId)) });
    const names = new Map(agencies.map(({ id, name }) => [id, name]));
    return [
      {
        title: 'Charges for your bookings',
        rows: charges.map((charge) => ({
          Reference: charge.reference,
          Booking: byId.get(charge.bookingId)?.reference ?? null,
          Course: titles.get(byId.get(charge.bookingId)?.courseId ?? '') ?? null,
          For: CHARGE_KIND_WORDS[charge.kind],
          'Amount in pounds': charge.pence / 100,
          State: CHARGE_STATE_WORDS[charge.state],
          'Billed to': charge.payer === 'person' ? 'You' : (names.get(charge.agencyId) ?? null),
          'Order number': charge.orderNumber,
          'Told on': charge.toldAt,
          'Sent on to finance on': charge.sentOnAt,
          'Credited on': charge.creditedAt,
          'Why it was decided so': charge.reason,
        })),
      },
    ];
  }

  /** Amount, agency and dates stay for finance, without what was written about somebody. */
  private async forget(personId: string): Promise<void> {
    const own = await this.ofPerson(personId);
    const charges = this.database.repo(ChargeEntity);
    await charges.update({ decidedById: personId }, { decidedById: null });
    if (own.length === 0) return;
    const ids = own.map(({ id }) => id);
    await charges.update({ id: In(ids) }, { reason: null });
    await charges.update({ id: In(ids), payer: 'person' }, { orderNumber: null });
    await this.audit.forgetFields(ids);
  }

  private reach(): MergeReach {
    const count = async (where: FindOptionsWhere<ChargeEntity>): Promise<MergeParts> => ({
      moves: { charges: await this.database.repo(ChargeEntity).countBy(where) },
      conflicts: [],
    });
    return {
      name: 'charges',
      position: POSITION,
      covers: ['charges.agency_id', 'charges.decided_by_id'],
      previewAgency: (agencyId) => count({ agencyId }),
      mergeAgency: async (agencyId, intoId) => {
        const parts = await count({ agencyId });
        await this.database.repo(ChargeEntity).update({ agencyId }, { agencyId: intoId });
        return parts;
      },
      // A person's charges hang on their bookings, and move with them.
      previewPerson: (decidedById) => count({ decidedById }),
      mergePerson: async (decidedById, intoId) => {
        const parts = await count({ decidedById });
        await this.database.repo(ChargeEntity).update({ decidedById }, { decidedById: intoId });
        return parts;
      },
    };
  }

  private async overdue(before: Date, start: string) {
    const rows = await this.database
      .repo(ChargeEntity)
      .createQueryBuilder('charge')
      .innerJoin(BookingEntity, 'booking', 'booking.id = charge.bookingId')
      .select(['charge.id AS id', 'charge.reference AS reference', 'charge.agencyId AS agencyId'])
      .addSelect(['booking.id AS bookingId', 'booking.personId AS personId', 'booking.eventId AS eventId'])
      .where('charge.changedAt < :yearBegan AND charge.id > :start', { yearBegan: yearAlone(before), start })
      .orderBy('charge.id', 'ASC')
      .limit(BATCH)
      .getRawMany<Record<'id' | 'reference' | 'agencyId' | 'bookingId' | 'personId' | 'eventId', string>>();
    return batchOf(
      rows.map(({ id, reference, agencyId, bookingId, personId, eventId }) => ({
        id,
        reference,
        belongsTo: [id, bookingId, personId, eventId, agencyId],
      })),
      BATCH,
    );
  }

  private async ofPerson(personId: string): Promise<ChargeEntity[]> {
    const bookings = await this.database.repo(BookingEntity).find({ select: { id: true }, where: { personId } });
    return this.database.repo(ChargeEntity).find({
      where: { bookingId: In(['', ...bookings.map(({ id }) => id)]) },
      order: { proposedAt: 'ASC', id: 'ASC' },
    });
  }
}

/** Somebody still has to decide or to book it: staff, or finance. */
function isOpen({ state, creditSentOnAt }: ChargeEntity): boolean {
  return state === 'proposed' || state === 'confirmed' || (state === 'credited' && creditSentOnAt === null);
}
