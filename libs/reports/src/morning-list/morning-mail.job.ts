import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { paths } from '@roundtable/contracts';
import {
  CONFIG,
  Clock,
  type Config,
  Database,
  Jobs,
  Outbox,
  Settings,
  VISITOR,
  WorkingTime,
  dateInWords,
  filled,
  isMailingTime,
  londonDate,
} from '@roundtable/platform';
import { MorningListService } from './morning-list.service';
import { type MorningMail, morningMail } from './morning-mail-rules';
import { MORNING_MAIL } from './morning-mail.template';
import { type MorningReader, MorningReaders } from './morning-readers.queries';

/** After noon it is no morning list any more. */
const MORNING = { from: '07:30', until: '12:00' };
/** The London date of the last list that everybody got. */
const DONE = 'reminders.morningListDone';

/** The morning list by mail: counts with where to go, and no names. Nothing where nothing needs anybody. */
@Injectable()
export class MorningMailJob implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly settings: Settings,
    private readonly workingTime: WorkingTime,
    private readonly list: MorningListService,
    private readonly readers: MorningReaders,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'reports.morning-mail', everySeconds: 300, run: () => this.run() });
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    if (!isMailingTime(now, await this.workingTime.closureDays(), MORNING)) return;
    const today = londonDate(now);
    if ((await this.settings.read(DONE, '')) >= today) return;
    const readers = await this.readers.all();
    const isGoverning = ({ roles }: MorningReader): boolean => roles.includes('information-governance');
    // The list is the same for all of one role, so it is made once for each.
    for (const ofRole of [readers.filter(isGoverning), readers.filter((reader) => !isGoverning(reader))])
      await this.tell(ofRole, today);
    await this.settings.write(DONE, today);
  }

  private async tell(readers: readonly MorningReader[], today: string): Promise<void> {
    const [first] = readers;
    if (!first) return;
    const list = await this.list.of({ ...VISITOR, roles: ['administrator', ...first.roles], via: 'system' });
    const mail = morningMail(list, `${this.config.publicUrl}${paths.backOffice}`);
    if (mail.total === 0) return;
    const letter = this.letter(mail, today);
    await this.database.transaction(() =>
      this.outbox.writeAll(
        readers.map(({ personId, name, email }) => ({
          kind: 'morning-list',
          regarding: personId,
          occurrence: today,
          to: { personId, name, address: email },
          letter,
        })),
      ),
    );
  }

  private letter({ total, facts }: MorningMail, today: string) {
    const things = `${total} ${total === 1 ? 'thing needs' : 'things need'} the training team`;
    return filled(
      MORNING_MAIL,
      { things, date: dateInWords(today) },
      { facts, url: `${this.config.publicUrl}${paths.backOffice}` },
    );
  }
}
