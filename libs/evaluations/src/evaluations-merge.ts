import { Injectable } from '@nestjs/common';
import { BookingEntity, BookingsMerge } from '@roundtable/bookings';
import type { MergeConflict } from '@roundtable/contracts';
import { Clock, Database, LinkEntity, type MergeParts, type MergeReach } from '@roundtable/platform';
import { In } from 'typeorm';
import { KeptAnswers } from './answering/kept-answers.service';
import { CertificateEntity } from './certificate.entity';
import { LineManagerEntity } from './manager/line-manager.entity';
import { TextDecisionEntity } from './disclosures/text-decision.entity';
import { ResponseEntity } from './response.entity';

interface Plan {
  responses: ResponseEntity[];
  doubles: { kept: ResponseEntity; ended: ResponseEntity }[];
  certificates: CertificateEntity[];
  /** Certificates of a booking that ends, and of the one that stays, where there is one. */
  certificateDoubles: { ended: CertificateEntity; keptBookingId: string; kept: CertificateEntity | null }[];
  /** Bookings that end, with the one of the same event that stays. */
  keptBookings: Map<string, string>;
}

/** Merging reaches responses and certificates: one response per event, stage and person. Comes before the bookings. */
@Injectable()
export class EvaluationsMerge implements MergeReach {
  readonly name = 'evaluations';
  readonly position = 20;
  readonly covers = [
    'responses.person_id',
    'responses.agency_id',
    'text_decisions.decided_by_id',
    'line_managers.person_id',
  ];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly bookings: BookingsMerge,
    private readonly kept: KeptAnswers,
  ) {}

  async previewAgency(fromId: string): Promise<MergeParts> {
    const responses = await this.database.repo(ResponseEntity).countBy({ agencyId: fromId });
    return { moves: { responses }, conflicts: [] };
  }

  async mergeAgency(fromId: string, intoId: string): Promise<MergeParts> {
    const parts = await this.previewAgency(fromId);
    await this.database.repo(ResponseEntity).update({ agencyId: fromId }, { agencyId: intoId });
    return parts;
  }

  async previewPerson(fromId: string, intoId: string): Promise<MergeParts> {
    return partsOf(await this.plan(fromId, intoId), fromId);
  }

  async mergePerson(fromId: string, intoId: string): Promise<MergeParts> {
    const plan = await this.plan(fromId, intoId);
    await this.database.repo(TextDecisionEntity).update({ decidedById: fromId }, { decidedById: intoId });
    for (const { kept, ended } of plan.doubles) {
      await this.kept.erase([ended.id]);
      await this.database.repo(LinkEntity).update({ subjectId: ended.id }, { subjectId: kept.id });
      await this.database.repo(ResponseEntity).delete({ id: ended.id });
    }
    const removed = new Set(plan.doubles.map(({ ended }) => ended.id));
    for (const response of plan.responses.filter(({ id }) => !removed.has(id)))
      await this.database.repo(ResponseEntity).update(
        { id: response.id },
        {
          personId: intoId,
          uniqueKey: ResponseEntity.keyOf(response.eventId, intoId, response.mode),
          bookingId: plan.keptBookings.get(response.bookingId ?? '') ?? response.bookingId,
        },
      );
    await this.mergeManagers(fromId, intoId);
    for (const { ended, keptBookingId, kept } of plan.certificateDoubles)
      await this.database
        .repo(CertificateEntity)
        .update(
          { bookingId: ended.bookingId },
          kept ? { withdrawnAt: this.clock.now() } : { bookingId: keptBookingId },
        );
    return partsOf(plan, fromId);
  }

  /** One line manager for each event; that they are not to be asked holds for both. */
  private async mergeManagers(fromId: string, intoId: string): Promise<void> {
    const managers = this.database.repo(LineManagerEntity);
    const rows = await managers.findBy({ personId: In([fromId, intoId]) });
    for (const row of rows.filter(({ personId }) => personId === fromId)) {
      const other = rows.find(({ personId, eventId }) => personId === intoId && eventId === row.eventId);
      if (!other) {
        const uniqueKey = LineManagerEntity.keyOf(row.eventId, intoId);
        await managers.update({ id: row.id }, { personId: intoId, uniqueKey });
        continue;
      }
      await managers.delete({ id: row.id });
      if (row.refusedAt && !other.refusedAt)
        await managers.update({ id: other.id }, { refusedAt: row.refusedAt, name: null, email: null });
    }
  }

  private async plan(fromId: string, intoId: string): Promise<Plan> {
    const { endings } = await this.bookings.plan(fromId, intoId);
    const keptBookings = new Map(
      endings
        .filter(({ ended, kept }) => ended.eventId === kept.eventId)
        .map(({ ended, kept }) => [ended.id, kept.id] as const),
    );
    const responses = await this.database.repo(ResponseEntity).findBy({ personId: In([fromId, intoId]) });
    const own = await this.database.repo(BookingEntity).find({ select: { id: true }, where: { personId: fromId } });
    const ownIds = new Set(own.map(({ id }) => id));
    const ids = new Set([...ownIds, ...keptBookings.keys(), ...keptBookings.values()]);
    const certificates = await this.database.repo(CertificateEntity).findBy({ bookingId: In(['', ...ids]) });
    const latest = certificates.sort((one, other) => one.issue - other.issue);
    const byBooking = new Map(latest.map((certificate) => [certificate.bookingId, certificate]));
    return {
      responses,
      doubles: doublesOf(responses, fromId),
      certificates: certificates.filter(({ bookingId }) => ownIds.has(bookingId)),
      certificateDoubles: [...keptBookings].flatMap(([endedId, keptBookingId]) => {
        const ended = byBooking.get(endedId);
        return ended ? [{ ended, keptBookingId, kept: byBooking.get(keptBookingId) ?? null }] : [];
      }),
      keptBookings,
    };
  }
}

/** Two responses to one form: the sent one stays before one that was not, one in time before a late one, else the earlier. */
function doublesOf(responses: readonly ResponseEntity[], fromId: string): Plan['doubles'] {
  return responses
    .filter(({ personId }) => personId === fromId)
    .flatMap((own) => {
      const other = responses.find(
        (one) => one.personId !== fromId && one.eventId === own.eventId && one.mode === own.mode,
      );
      if (!other) return [];
      const [kept, ended] = weight(own) < weight(other) ? [own, other] : [other, own];
      return [{ kept, ended }];
    });
}

function weight({ sentAt, isLate }: ResponseEntity): number {
  if (sentAt === null) return Infinity;
  return sentAt.getTime() + (isLate ? 1e15 : 0);
}

function partsOf(plan: Plan, fromId: string): MergeParts {
  const removed = new Set(plan.doubles.map(({ ended }) => ended.id));
  return {
    moves: {
      responses: plan.responses.filter(({ id, personId }) => personId === fromId && !removed.has(id)).length,
      certificates: plan.certificates.length,
    },
    conflicts: [
      ...plan.doubles.map(({ kept, ended }) => conflict('response', kept.id, ended.id, whyResponse(ended))),
      ...plan.certificateDoubles.flatMap(({ kept, ended }) =>
        kept ? [conflict('certificate', kept.id, ended.id, 'Two certificates for one event: one is withdrawn')] : [],
      ),
    ],
  };
}

function whyResponse(ended: ResponseEntity): string {
  return ended.sentAt === null
    ? 'The same questions were answered once'
    : 'The same questions were answered twice: the earlier answers stay, the others are removed';
}

function conflict(kind: string, keptId: string, endedId: string, why: string): MergeConflict {
  return { kind, keptId, endedId, why };
}
