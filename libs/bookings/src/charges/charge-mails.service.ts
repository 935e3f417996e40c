import { AgencyEntity } from '@roundtable/agencies';
import { Inject, Injectable } from '@nestjs/common';
import { paths } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity } from '@roundtable/events';
import { type AgencyLead, LeadsQueries, PersonEntity } from '@roundtable/people';
import {
  CONFIG,
  type Config,
  Database,
  type FilledTemplate,
  type NewMessage,
  Outbox,
  storedInstant,
} from '@roundtable/platform';
import { BookingEntity } from '../booking.entity';
import { ChargeEntity } from './charge.entity';
import { type ChargeFactsInMail, chargeMadeToDelegate, chargeMadeToLead, chargeWaived } from './charges.mails';

interface Told extends Omit<ChargeFactsInMail, 'url'> {
  charge: ChargeEntity;
  personId: string;
  name: string;
  email: string | null;
}

/** Tells whoever pays: the delegate, and where the agency is billed, its leads. */
@Injectable()
export class ChargeMails {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly leads: LeadsQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Charges were confirmed. */
  made(charges: readonly ChargeEntity[]): Promise<void> {
    return this.tell('charge-made', charges, chargeMadeToDelegate, chargeMadeToLead);
  }

  /** Charges that were told are not made after all. */
  waived(charges: readonly ChargeEntity[]): Promise<void> {
    return this.tell('charge-waived', charges, chargeWaived, chargeWaived);
  }

  private async tell(
    kind: string,
    charges: readonly ChargeEntity[],
    toDelegate: (facts: ChargeFactsInMail) => FilledTemplate,
    toLead: (facts: ChargeFactsInMail) => FilledTemplate,
  ): Promise<void> {
    if (charges.length === 0) return;
    const leads = await this.leads.of(charges.filter(({ payer }) => payer === 'agency').map((one) => one.agencyId));
    const messages: NewMessage[] = [];
    for (const told of await this.toldOf(charges)) {
      const { charge, personId, name, email } = told;
      const ownUrl = `${this.config.publicUrl}${paths.booking({ id: charge.bookingId })}`;
      if (email !== null)
        messages.push(messageTo({ personId, name, email }, kind, charge, toDelegate({ ...told, url: ownUrl })));
      const url = `${this.config.publicUrl}${paths.agencyCharges}`;
      for (const lead of leads.filter((one) => one.agencyId === charge.agencyId && one.personId !== personId))
        if (charge.payer === 'agency') messages.push(messageTo(lead, kind, charge, toLead({ ...told, url })));
    }
    await this.outbox.writeAll(messages);
  }

  private async toldOf(charges: readonly ChargeEntity[]): Promise<Told[]> {
    const rows = await this.database
      .repo(ChargeEntity)
      .createQueryBuilder('charge')
      .innerJoin(BookingEntity, 'booking', 'booking.id = charge.bookingId')
      .innerJoin(PersonEntity, 'person', 'person.id = booking.personId')
      .innerJoin(EventEntity, 'event', 'event.id = booking.eventId')
      .innerJoin(CourseEntity, 'course', 'course.id = booking.courseId')
      .innerJoin(AgencyEntity, 'agency', 'agency.id = charge.agencyId')
      .select(['charge', 'event.startsAt AS startsAt', 'event.endsAt AS endsAt'])
      .addSelect(['booking.reference AS bookingReference', 'course.title AS courseTitle'])
      .addSelect(['person.id AS personId', 'person.name AS name', 'person.email AS email'])
      .addSelect(['agency.name AS agencyName'])
      .where('charge.id IN (:...ids)', { ids: charges.map(({ id }) => id) })
      .orderBy('charge.id')
      .getRawAndEntities<Omit<Told, 'charge' | 'startsAt' | 'endsAt'> & Record<'startsAt' | 'endsAt', Stored>>();
    return rows.entities.map((charge, index) => {
      const raw = rows.raw[index]!;
      return {
        ...raw,
        charge,
        reference: charge.reference,
        kind: charge.kind,
        pence: charge.pence,
        payer: charge.payer,
        orderNumber: charge.orderNumber,
        startsAt: storedInstant(raw.startsAt),
        endsAt: storedInstant(raw.endsAt),
      };
    });
  }
}

type Stored = Date | string | null;

function messageTo(
  to: Omit<AgencyLead, 'agencyId'>,
  kind: string,
  charge: ChargeEntity,
  letter: FilledTemplate,
): NewMessage {
  return {
    kind,
    regarding: charge.bookingId,
    // Confirmed again after it was waived, it is told again.
    occurrence: `${charge.id}|${charge.changedAt.getTime()}|${to.personId}`,
    to: { personId: to.personId, name: to.name, address: to.email },
    letter,
  };
}
