import { Injectable } from '@nestjs/common';
import type { ChargeChange, ChosenChargesView } from '@roundtable/contracts';
import { type Actor, Audit, Clock, Database, found, invalid } from '@roundtable/platform';
import { In } from 'typeorm';
import { ChargeMails } from './charge-mails.service';
import { ChargeMoves } from './charge-moves.service';
import { isChargePossible } from './charge-transitions';
import { ChargeEntity } from './charge.entity';

/** What staff decide about proposed charges. Whoever pays is told by the first confirmation, and not before. */
@Injectable()
export class ChargeDecisions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly moves: ChargeMoves,
    private readonly mails: ChargeMails,
  ) {}

  /** Confirms a charge and tells whoever pays. One that was waived is charged all the same only with a reason. */
  async confirm(actor: Actor, id: string, reason: string | undefined): Promise<void> {
    await this.decide(id, async (charge) => {
      if (charge.state === 'confirmed') return;
      if (charge.state === 'waived' && !reason?.trim()) throw invalid({ reason: 'Say why it is charged all the same' });
      await this.confirmOne(actor, charge, reason?.trim() || null);
      await this.mails.made([charge]);
    });
  }

  /** Confirms those of the chosen that are proposed; waived ones are decided one by one. */
  async confirmChosen(actor: Actor, ids: readonly string[]): Promise<ChosenChargesView> {
    return this.database.transaction(async () => {
      const charges = (await this.chosen(ids)).filter(({ state }) => state === 'proposed');
      for (const charge of charges) await this.confirmOne(actor, charge, null);
      await this.mails.made(charges);
      return { changed: charges.length, unchanged: new Set(ids).size - charges.length };
    });
  }

  /** Waives a charge with a reason; where it was told already, that it is waived is told too. */
  async waive(actor: Actor, id: string, reason: string): Promise<void> {
    await this.decide(id, async (charge) => {
      const wasTold = charge.toldAt !== null;
      await this.moves.move(actor, charge, 'waive', { ...decided(actor, reason), waiver: 'staff', overtakenAt: null });
      if (wasTold) await this.mails.waived([charge]);
    });
  }

  /** Credits a charge that was confirmed, with a reason; finance gets a line with the amount taken back. */
  async credit(actor: Actor, id: string, reason: string): Promise<void> {
    await this.decide(id, async (charge) => {
      await this.moves.move(actor, charge, 'credit', { ...decided(actor, reason), creditedAt: this.clock.now() });
      await this.mails.waived([charge]);
    });
  }

  /** Marks that finance has the chosen charges, and the credits of those that were credited since. */
  async sendOn(actor: Actor, ids: readonly string[]): Promise<ChosenChargesView> {
    return this.database.transaction(async () => {
      let changed = 0;
      const now = this.clock.now();
      for (const charge of await this.chosen(ids)) {
        if (isChargePossible(charge.state, 'send-on')) {
          await this.moves.move(actor, charge, 'send-on', { sentOnAt: now });
          changed += 1;
        } else if (charge.state === 'credited' && charge.creditSentOnAt === null) {
          await this.sendCreditOn(actor, charge, now);
          changed += 1;
        }
      }
      return { changed, unchanged: new Set(ids).size - changed };
    });
  }

  /** Sets the order number that the agency gave. */
  async change(actor: Actor, id: string, { orderNumber }: ChargeChange): Promise<void> {
    await this.decide(id, async (charge) => {
      if (orderNumber === undefined) return;
      const wanted = orderNumber?.trim() || null;
      await this.database.repo(ChargeEntity).update({ id }, { orderNumber: wanted });
      await this.audit.record(actor, {
        action: 'charge.change',
        subjectKind: 'charge',
        subjectId: id,
        before: { orderNumber: charge.orderNumber },
        after: { orderNumber: wanted },
      });
    });
  }

  private async confirmOne(actor: Actor, charge: ChargeEntity, reason: string | null): Promise<void> {
    await this.moves.move(actor, charge, 'confirm', {
      waiver: null,
      reason,
      decidedById: actor.personId,
      toldAt: this.clock.now(),
      overtakenAt: null,
    });
  }

  private async sendCreditOn(actor: Actor, charge: ChargeEntity, now: Date): Promise<void> {
    const sentOn = { creditSentOnAt: now, sentOnAt: charge.sentOnAt ?? now };
    await this.database.repo(ChargeEntity).update({ id: charge.id }, { ...sentOn, changedAt: now });
    await this.audit.record(actor, {
      action: 'charge.send-credit-on',
      subjectKind: 'charge',
      subjectId: charge.id,
      before: { creditSentOnAt: null },
      after: { creditSentOnAt: now.toISOString() },
    });
  }

  private async decide(id: string, work: (charge: ChargeEntity) => Promise<void>): Promise<void> {
    await this.database.transaction(async () => {
      await work(found(await this.database.repo(ChargeEntity).findOneBy({ id })));
    });
  }

  private chosen(ids: readonly string[]): Promise<ChargeEntity[]> {
    return this.database.repo(ChargeEntity).find({ where: { id: In(['', ...ids]) }, order: { id: 'ASC' } });
  }
}

const decided = (actor: Actor, reason: string): Partial<ChargeEntity> => ({
  reason: reason.trim().slice(0, 300),
  decidedById: actor.personId,
});
