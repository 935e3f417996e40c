import { Injectable } from '@nestjs/common';
import type { Area } from '@roundtable/contracts';
import { Subscriptions } from '@roundtable/messages';
import { AccountEntity, PersonEntity } from '@roundtable/people';
import { Clock, Database, SYSTEM, londonDate, newId } from '@roundtable/platform';
import { PublishReportService, ReportLinksService } from '@roundtable/reports';
import { In } from 'typeorm';
import { InventedCrowd } from './invented-crowd';

const DAY_MS = 24 * 3600_000;
const LINK_DAYS = 180;
/** Accounts that ask for mail, and of the invented people those who confirmed their address and ask for it, too. */
const ACCOUNTS = ['practitioner@sherwood.example', 'lead@nhct.example', 'trainer@police.example'];
const WHO_CONFIRMED = { from: 10, count: 4 };
const WISHES: { topics: string[]; area: Area }[] = [
  { topics: [], area: 'both' },
  { topics: ['Neglect'], area: 'county' },
  { topics: ['Exploitation', 'Neglect'], area: 'city' },
];

/** Whom the demonstration writes to about the programme, and who reads what it published. */
@Injectable()
export class InventedReaders {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly crowd: InventedCrowd,
    private readonly subscriptions: Subscriptions,
    private readonly reports: PublishReportService,
    private readonly links: ReportLinksService,
  ) {}

  /** The year of the published programme, with a link for a scrutineer; the address of a link is never kept. */
  async publish(): Promise<void> {
    const year = { title: 'What was learnt in 2024/25', from: '2024-04-01', to: '2025-03-31' };
    const reportId = await this.reports.publish(SYSTEM, year);
    const lastDay = londonDate(new Date(this.clock.now().getTime() + LINK_DAYS * DAY_MS));
    await this.links.make(SYSTEM, reportId, { label: 'Invented scrutiny panel', lastDay });
  }

  async subscribe(): Promise<void> {
    const own = await this.database.repo(PersonEntity).findBy({ email: In(ACCOUNTS) });
    const others = await this.crowd.known(WHO_CONFIRMED.from, WHO_CONFIRMED.count);
    const now = this.clock.now();
    await this.database
      .repo(AccountEntity)
      .insert(
        others.map((personId) => ({ id: newId(), personId, passwordHash: null, confirmedAt: now, createdAt: now })),
      );
    for (const [index, personId] of [...own.map(({ id }) => id), ...others].entries()) {
      const { topics, area } = WISHES[index % WISHES.length]!;
      const wanted = { allTopics: topics.length === 0, topics, area, isAgreed: true };
      await this.subscriptions.ask({ ...SYSTEM, personId }, wanted);
    }
  }
}
