import { Injectable } from '@nestjs/common';
import type { ChosenMail } from '@roundtable/contracts';
import { type Actor, Audit, Clock, Database, isDuplicate, newId, notFound } from '@roundtable/platform';
import { In } from 'typeorm';
import { MailChoiceEntity } from './mail-choice.entity';

/** Who wants which of the mails that come round. All are on until their reader turns them off. */
@Injectable()
export class MailChoices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Whether this actor wants the mail. */
  async isWanted(actor: Actor, mail: ChosenMail): Promise<boolean> {
    if (actor.personId === null) return false;
    const choice = await this.database.repo(MailChoiceEntity).findOneBy({ personId: actor.personId, mail });
    return choice?.wanted ?? true;
  }

  /** Turns a mail on or off for the actor. The same again changes nothing. */
  async choose(actor: Actor, mail: ChosenMail, wanted: boolean): Promise<void> {
    const { personId } = actor;
    if (personId === null) throw notFound();
    try {
      await this.keep(actor, personId, mail, wanted);
    } catch (error) {
      // Pressed twice at once: the row is there now.
      if (!isDuplicate(error)) throw error;
      await this.keep(actor, personId, mail, wanted);
    }
  }

  private async keep(actor: Actor, personId: string, mail: ChosenMail, wanted: boolean): Promise<void> {
    await this.database.transaction(async () => {
      const rows = this.database.repo(MailChoiceEntity);
      const there = await rows.findOneBy({ personId, mail });
      const before = there?.wanted ?? true;
      if (before === wanted) return;
      const choice = { wanted, chosenAt: this.clock.now() };
      if (there) await rows.update({ id: there.id }, choice);
      else await rows.insert({ id: newId(), personId, mail, ...choice });
      await this.audit.record(actor, {
        action: 'person.choose-mail',
        subjectKind: 'person',
        subjectId: personId,
        before: { [mail]: before },
        after: { [mail]: wanted },
      });
    });
  }

  /** Those among these people who turned the mail off. */
  async offAmong(personIds: readonly string[], mail: ChosenMail): Promise<Set<string>> {
    if (personIds.length === 0) return new Set();
    const off = await this.database
      .repo(MailChoiceEntity)
      .findBy({ personId: In([...personIds]), mail, wanted: false });
    return new Set(off.map(({ personId }) => personId));
  }
}
