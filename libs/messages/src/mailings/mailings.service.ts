import { Injectable } from '@nestjs/common';
import {
  type Actor,
  Audit,
  Clock,
  Database,
  Problem,
  found,
  hashOf,
  invalid,
  isDuplicate,
  isOffice,
  londonDate,
  londonTime,
  newId,
} from '@roundtable/platform';
import { MailingEntity, type MailingKind } from './mailing.entity';
import { traceOf } from './mailing-trace';
import { sendAtOf, wordsErrors } from './mailing-rules';
import { MailingSending } from './sending.service';

/** What a mailing is to say, to whom and when. */
export interface MailingWish {
  subject: string;
  words: string;
  audience: Record<string, string[]>;
  attachedIds: string[];
  sendOn?: string | undefined;
  sendTime?: string | undefined;
}

/** Which kind of mailing, of what, and what its text may carry. */
export interface MailingFrame {
  kind: MailingKind;
  eventId: string | null;
  fields: readonly string[];
}

/** Writing, changing and taking back letters to many. */
@Injectable()
export class Mailings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly sending: MailingSending,
  ) {}

  /**
   * Writes a mailing and sends it, at once or when its time comes; answers its id. The same person and key again is the
   * same mailing. Refuses words and times that cannot be, and one that goes at once to nobody.
   */
  async write(actor: Actor, frame: MailingFrame, key: string, wish: MailingWish): Promise<string> {
    found(isOffice(actor) ? true : null);
    const pressKey = hashOf(JSON.stringify([frame.kind, frame.eventId, actor.personId, key]));
    const there = await this.database.repo(MailingEntity).findOneBy({ pressKey });
    if (there) return there.id;
    const { sendAt, isNow } = this.checked(frame, wish);
    const { kind, eventId } = frame;
    try {
      return await this.database.transaction(async () => {
        const id = newId();
        const mailing = this.database.repo(MailingEntity).create({
          ...{ id, kind, eventId, pressKey, sendAt, state: 'scheduled', sentAt: null, recipients: null, revision: 1 },
          ...{ writtenById: actor.personId, writtenAt: this.clock.now() },
          ...contentsOf(wish),
        });
        await this.database.repo(MailingEntity).insert(mailing);
        const sent = isNow ? { recipients: await this.sending.sendNow(mailing) } : {};
        await this.audit.record(actor, {
          action: `${kind}.${isNow ? 'send' : 'schedule'}`,
          subjectKind: kind,
          subjectId: id,
          after: { ...traceOf(mailing), ...sent },
        });
        return id;
      });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      // Pressed twice at once: the other one has written it.
      return (await this.database.repo(MailingEntity).findOneByOrFail({ pressKey })).id;
    }
  }

  /** Changes a mailing that waits for its time. Refuses one that went out or was taken back. */
  async change(actor: Actor, frame: MailingFrame, id: string, change: Partial<MailingWish>): Promise<void> {
    await this.database.transaction(async () => {
      const mailing = await this.waiting(actor, frame.kind, id);
      const wish: MailingWish = {
        sendOn: londonDate(mailing.sendAt),
        sendTime: londonTime(mailing.sendAt),
        ...{ subject: mailing.subject, words: mailing.words },
        ...{ audience: mailing.audience, attachedIds: mailing.attachedIds },
        ...given(change),
      };
      const { sendAt } = this.checked({ ...frame, eventId: mailing.eventId }, wish);
      const contents = contentsOf(wish);
      const changed = { ...mailing, ...contents, sendAt };
      await this.move(mailing, { ...contents, sendAt });
      await this.audit.record(actor, {
        action: `${mailing.kind}.change`,
        subjectKind: mailing.kind,
        subjectId: id,
        before: traceOf(mailing),
        after: {
          ...traceOf(changed),
          wordsChanged: changed.words !== mailing.words || changed.subject !== mailing.subject,
        },
      });
    });
  }

  /** Takes back a mailing that waits for its time; one that was taken back stays so. Refuses one that went out. */
  async takeBack(actor: Actor, kind: MailingKind, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const there = await this.database.repo(MailingEntity).findOneBy({ id, kind });
      if (isOffice(actor) && there?.state === 'taken-back') return;
      const mailing = await this.waiting(actor, kind, id);
      await this.move(mailing, { state: 'taken-back' });
      await this.audit.record(actor, {
        action: `${kind}.take-back`,
        subjectKind: kind,
        subjectId: id,
        before: { ...traceOf(mailing), state: mailing.state },
        after: { state: 'taken-back' },
      });
    });
  }

  private checked(frame: MailingFrame, wish: MailingWish): { sendAt: Date; isNow: boolean } {
    const time = sendAtOf(wish, this.clock.now());
    const errors = { ...wordsErrors(wish, frame.fields), ...('errors' in time ? time.errors : {}) };
    if ('errors' in time || Object.keys(errors).length > 0) throw invalid(errors);
    return time;
  }

  private async waiting(actor: Actor, kind: MailingKind, id: string): Promise<MailingEntity> {
    found(isOffice(actor) ? true : null);
    const mailing = found(await this.database.repo(MailingEntity).findOneBy({ id, kind }));
    if (mailing.state === 'sent') throw new Problem('mailings.gone-out');
    if (mailing.state === 'taken-back') throw new Problem('mailings.taken-back');
    return mailing;
  }

  /** Changes the row as it was read: the worker may have sent it meanwhile. */
  private async move(
    { id, revision }: MailingEntity,
    to: Partial<Pick<MailingEntity, 'subject' | 'words' | 'audience' | 'attachedIds' | 'sendAt' | 'state'>>,
  ): Promise<void> {
    const moved = await this.database.repo(MailingEntity).update({ id, revision, state: 'scheduled' }, to);
    if (moved.affected !== 1) throw new Problem('mailings.gone-out');
  }
}

function contentsOf({ subject, words, audience, attachedIds }: MailingWish) {
  return { subject: subject.trim(), words: words.trim(), audience, attachedIds: [...new Set(attachedIds)] };
}

/** Without what was left out. */
function given(change: Partial<MailingWish>): Partial<MailingWish> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
