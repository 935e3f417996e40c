import { Injectable } from '@nestjs/common';
import type { ChosenMail } from '@roundtable/contracts';
import { type Actor, Clock, Database, isDuplicate, newId, notFound } from '@roundtable/platform';
import { In } from 'typeorm';
import { MailChoiceEntity } from './mail-choice.entity';

/** Who wants which of the mails that come round. All are on until their reader turns them off. */
@Injectable()
export class MailChoices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
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
    const choice = { wanted, chosenAt: this.clock.now() };
    const rows = this.database.repo(MailChoiceEntity);
    if ((await rows.update({ personId, mail }, choice)).affected) return;
    try {
      await rows.insert({ id: newId(), personId, mail, ...choice });
    } catch (error) {
      // Pressed twice at once: the row is there now.
      if (!isDuplicate(error)) throw error;
      await this.database.repo(MailChoiceEntity).update({ personId, mail }, choice);
    }
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
