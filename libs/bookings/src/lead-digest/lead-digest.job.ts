import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { paths } from '@roundtable/contracts';
import { type Lead, LeadsQueries, MailChoices } from '@roundtable/people';
import {
  CONFIG,
  Clock,
  type Config,
  Database,
  Jobs,
  type NewMessage,
  Outbox,
  Settings,
  WorkingTime,
  filled,
  isMailingTime,
  londonDate,
  weeklyMailDate,
} from '@roundtable/platform';
import { LeadDigestQueries } from './lead-digest.queries';
import { type LeadWeek, leadWeek } from './lead-digest-rules';
import { LEAD_DIGEST } from './lead-digest.templates';

const BATCH = 50;
/** The London date of the last week's mail that everybody got. */
const DONE = 'reminders.leadDigestDone';

/** One mail a week to each lead for all agencies they lead, where there is something to say. */
@Injectable()
export class LeadDigestJob implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly settings: Settings,
    private readonly workingTime: WorkingTime,
    private readonly leads: LeadsQueries,
    private readonly choices: MailChoices,
    private readonly weeks: LeadDigestQueries,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'bookings.lead-digest', everySeconds: 900, run: () => this.run() });
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    const closureDays = await this.workingTime.closureDays();
    if (!isMailingTime(now, closureDays)) return;
    const day = weeklyMailDate(now, closureDays);
    if (londonDate(now) < day || (await this.settings.read(DONE, '')) >= day) return;
    for (let start: string | undefined = ''; start !== undefined;) {
      const leads = await this.leads.after(start, BATCH);
      await this.write(leads, day);
      start = leads.length < BATCH ? undefined : leads.at(-1)?.personId;
    }
    await this.settings.write(DONE, day);
  }

  private async write(leads: readonly Lead[], day: string): Promise<void> {
    const off = await this.choices.offAmong(
      leads.map(({ personId }) => personId),
      'lead-digest',
    );
    const wanting = leads.filter(({ personId }) => !off.has(personId));
    const agencyIds = [...new Set(wanting.flatMap(({ agencies }) => [...agencies.keys()]))];
    const weekOf = await this.weeks.of(agencyIds);
    const messages = wanting.flatMap((lead) => {
      const week = leadWeek([...lead.agencies].map(([id, name]) => ({ name, week: weekOf(id) })));
      return week.summary === '' ? [] : [this.message(lead, week, day)];
    });
    await this.database.transaction(() => this.outbox.writeAll(messages));
  }

  private message({ personId, name, email }: Lead, week: LeadWeek, day: string): NewMessage {
    const { publicUrl } = this.config;
    return {
      kind: 'lead-digest',
      regarding: personId,
      occurrence: day,
      to: { personId, name, address: email },
      letter: filled(
        LEAD_DIGEST,
        {
          summary: week.summary,
          more: week.isMore ? 'There is more than this mail lists: see your pages on the website.' : '',
          offUrl: `${publicUrl}${paths.leadDigest}`,
        },
        { facts: week.facts, url: `${publicUrl}${paths.agencyBookings}` },
      ),
    };
  }
}
