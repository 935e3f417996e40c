import { Injectable } from '@nestjs/common';
import { type Actor, Audit, Clock, Database, Problem } from '@roundtable/platform';
import { type ChargeVerb, ENDED_CHARGE_STATES, chargeTargetOf } from './charge-transitions';
import { ChargeEntity } from './charge.entity';

/** The one way a charge changes its state: by the table, on what is stored, with its audit entry. */
@Injectable()
export class ChargeMoves {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /**
   * Moves a charge, and the object that was given with it. Refuses with `charges.not-possible` what the table does not
   * hold and what somebody else moved meanwhile.
   */
  async move(actor: Actor, charge: ChargeEntity, by: ChargeVerb, columns: Partial<ChargeEntity> = {}): Promise<void> {
    const from = charge.state;
    const to = chargeTargetOf(from, by);
    const change: Partial<ChargeEntity> = {
      state: to,
      changedAt: this.clock.now(),
      ...(ENDED_CHARGE_STATES.includes(to) && { liveKey: null }),
      ...columns,
    };
    const done = await this.database.repo(ChargeEntity).update({ id: charge.id, state: from }, change);
    if (!done.affected) throw new Problem('charges.not-possible', { detail: { from, by } });
    const before = { state: from, waiver: charge.waiver, pence: charge.pence };
    Object.assign(charge, change);
    await this.audit.record(actor, {
      action: `charge.${by}`,
      subjectKind: 'charge',
      subjectId: charge.id,
      before,
      after: { state: to, waiver: charge.waiver, pence: charge.pence },
      reason: columns.reason,
    });
  }
}
