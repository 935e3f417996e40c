import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { paths } from '@roundtable/contracts';
import { CompletionsService } from '@roundtable/elearning';
import {
  CONFIG,
  type Config,
  Database,
  Jobs,
  type LetterLink,
  type NewMessage,
  Outbox,
  dateInWords,
  filled,
} from '@roundtable/platform';
import { type DueRefresher, DueRefreshers, FIRST_DAYS, LAST_DAYS } from './due-refreshers.queries';
import { REFRESHER } from './refresher.templates';

/** How many people are reminded in one transaction. */
const AT_ONCE = 100;

/** Reminds people of what runs out: each completion twice, and a person by one mail for everything that is due. */
@Injectable()
export class RefreshersJob implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly outbox: Outbox,
    private readonly due: DueRefreshers,
    private readonly completions: CompletionsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'bookings.refreshers', everySeconds: 3600, run: () => this.run() });
  }

  async run(): Promise<void> {
    for (let found = AT_ONCE; found === AT_ONCE;) found = await this.database.transaction(() => this.remind());
  }

  /** Answers how many people were reminded. */
  private async remind(): Promise<number> {
    const personIds = await this.due.people(AT_ONCE);
    const due = await this.due.of(personIds);
    for (const days of [FIRST_DAYS, LAST_DAYS])
      await this.completions.noteReminded(
        due.filter((one) => one.days === days).map(({ completionId }) => completionId),
        days,
      );
    const byPerson = new Map<string, DueRefresher[]>();
    for (const one of due) byPerson.set(one.personId, [...(byPerson.get(one.personId) ?? []), one]);
    await this.outbox.writeAll([...byPerson.values()].flatMap((ofPerson) => this.messageOf(ofPerson)));
    return personIds.length;
  }

  private messageOf(due: readonly DueRefresher[]): NewMessage[] {
    const [first] = due;
    if (!first) return [];
    return [
      {
        kind: 'refresher',
        regarding: first.completionId,
        occurrence: String(first.days),
        to: { personId: first.personId, name: first.personName, address: first.email },
        letter: filled(
          REFRESHER,
          {
            training: due.length === 1 ? first.title : `${due.length} courses and modules`,
            until: dateInWords(first.expiresAt),
          },
          { links: due.map((one) => this.linkOf(one)) },
        ),
      },
    ];
  }

  /** To the dates of a course, or to the module. */
  private linkOf({ title, expiresAt, courseSlug, moduleSlug }: DueRefresher): LetterLink {
    const path = courseSlug === null ? paths.module({ slug: moduleSlug ?? '' }) : paths.course({ slug: courseSlug });
    return {
      label: courseSlug === null ? `Open the module ${title}` : `See the dates of ${title}`,
      url: this.config.publicUrl + path,
      note: `Valid until ${dateInWords(expiresAt)}.`,
    };
  }
}
