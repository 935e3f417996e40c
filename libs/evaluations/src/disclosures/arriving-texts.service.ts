import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Clock, type Config, Database, Outbox, WorkingTime, workingDaysAfter } from '@roundtable/platform';
import { In, IsNull, LessThan } from 'typeorm';
import { TextAnswerEntity } from '../answering/text-answer.entity';
import { freeTextSigns } from './free-text-signs';
import { textToRead, textsOverdue } from './text-mails';
import { ToldPeople } from './told-people.service';

const WORKING_DAYS = 1;
const ROUND = 500;
const SCREEN = '/admin/evaluation-texts';

/** Texts from when they were sent until a reader decided: what puts one first, who is told, and who is told later. */
@Injectable()
export class ArrivingTexts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly workingTime: WorkingTime,
    private readonly outbox: Outbox,
    private readonly told: ToldPeople,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What a text looks like, and by when a reader is to decide where it looks like anything. */
  async signsOf(text: string): Promise<Pick<TextAnswerEntity, 'signs' | 'dueAt'>> {
    const signs = freeTextSigns(text);
    if (signs.length === 0) return { signs: null, dueAt: null };
    const closures = await this.workingTime.closureDays();
    return { signs: signs.join(','), dueAt: workingDaysAfter(this.clock.now(), WORKING_DAYS, closures) };
  }

  /** Mails the readers, once for what one person sent, in the transaction that keeps it. */
  async tellReaders(texts: readonly Pick<TextAnswerEntity, 'id' | 'dueAt'>[]): Promise<void> {
    const first = texts.find(({ dueAt }) => dueAt !== null);
    if (!first?.dueAt) return;
    const letter = textToRead(first.dueAt, this.config.publicUrl + SCREEN);
    const readers = await this.told.readers();
    await this.outbox.writeAll(
      readers.map(({ personId, name, address }) => ({
        kind: 'evaluation-text-to-read',
        regarding: first.id,
        occurrence: personId ?? address,
        to: { personId, name, address },
        letter,
      })),
    );
  }

  /** Tells the service manager of every text that is overdue, once each; answers how many there were. */
  async tellManager(): Promise<number> {
    return this.database.transaction(async () => {
      const now = this.clock.now();
      const rows = this.database.repo(TextAnswerEntity);
      const texts = await rows.find({
        select: { id: true, dueAt: true },
        where: { state: 'held', managerToldAt: IsNull(), dueAt: LessThan(now) },
        order: { dueAt: 'ASC', id: 'ASC' },
        take: ROUND,
      });
      const [first] = texts;
      if (!first?.dueAt) return 0;
      const managers = await this.told.managers();
      if (managers.length === 0) return 0;
      const letter = textsOverdue(texts.length, first.dueAt);
      await this.outbox.writeAll(
        managers.map(({ personId, name, address }) => ({
          kind: 'evaluation-texts-overdue',
          regarding: first.id,
          occurrence: personId ?? address,
          to: { personId, name, address },
          letter,
        })),
      );
      await rows.update({ id: In(texts.map(({ id }) => id)), managerToldAt: IsNull() }, { managerToldAt: now });
      return texts.length;
    });
  }
}
