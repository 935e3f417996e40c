import { Injectable } from '@nestjs/common';
import type { HoldView, NewHold } from '@roundtable/contracts';
import { IsNull } from 'typeorm';
import { Audit } from '../audit/audit.service';
import { Clock } from '../clock';
import { Database, newId } from '../database';
import type { Actor } from '../http/actor';
import { found, invalid } from '../http/problem';
import { HoldEntity } from './hold.entity';
import { PersonalData } from './personal-data';

/** Holds: what must not be deleted, whatever its age and whoever asks. */
@Injectable()
export class Holds {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly personalData: PersonalData,
  ) {}

  /** Sets a hold on a person, an event or an agency. Refuses what is not there. */
  async set(actor: Actor, wanted: NewHold): Promise<HoldView> {
    const subjectName = await this.personalData.nameOf(wanted.subjectKind, wanted.subjectId);
    if (!subjectName) throw invalid({ subjectId: `There is no ${wanted.subjectKind} with this id` });
    return this.database.transaction(async () => {
      const hold = this.database.repo(HoldEntity).create({
        id: newId(),
        subjectKind: wanted.subjectKind,
        subjectId: wanted.subjectId,
        reason: wanted.reason.trim(),
        setById: actor.personId,
        setAt: this.clock.now(),
        liftedById: null,
        liftedAt: null,
      });
      await this.database.repo(HoldEntity).insert(hold);
      await this.audit.record(actor, {
        action: 'hold.set',
        subjectKind: 'hold',
        subjectId: hold.id,
        after: { subjectKind: hold.subjectKind, subjectId: hold.subjectId },
      });
      return holdView(hold, subjectName);
    });
  }

  /** Lifts a hold; one that was lifted stays as it is. */
  async lift(actor: Actor, id: string): Promise<HoldView> {
    return this.database.transaction(async () => {
      const holds = this.database.repo(HoldEntity);
      const lifted = { liftedAt: this.clock.now(), liftedById: actor.personId };
      const done = await holds.update({ id, liftedAt: IsNull() }, lifted);
      const hold = found(await holds.findOneBy({ id }));
      if (done.affected)
        await this.audit.record(actor, {
          action: 'hold.lift',
          subjectKind: 'hold',
          subjectId: id,
          before: { subjectKind: hold.subjectKind, subjectId: hold.subjectId, liftedAt: null },
          after: { liftedAt: lifted.liftedAt.toISOString() },
        });
      return holdView(hold, await this.personalData.nameOf(hold.subjectKind, hold.subjectId));
    });
  }

  /** Ids of everything that a hold stops the deletion of now, each with the holds that do. */
  async reach(): Promise<Map<string, string[]>> {
    const held = new Map<string, string[]>();
    for (const hold of await this.database.repo(HoldEntity).findBy({ liftedAt: IsNull() }))
      for (const id of await this.personalData.reachOf(hold.subjectKind, hold.subjectId))
        held.set(id, [...(held.get(id) ?? []), hold.id]);
    return held;
  }
}

export function holdView(hold: HoldEntity, subjectName: string | null): HoldView {
  return {
    id: hold.id,
    subjectKind: hold.subjectKind,
    subjectId: hold.subjectId,
    subjectName,
    reason: hold.reason,
    setById: hold.setById,
    setAt: hold.setAt.toISOString(),
    liftedAt: hold.liftedAt?.toISOString() ?? null,
  };
}
