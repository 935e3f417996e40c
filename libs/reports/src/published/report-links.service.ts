import { Inject, Injectable } from '@nestjs/common';
import { type NewReportLinkView, type PublishedReportDetail, type ReportLinkView, paths } from '@roundtable/contracts';
import {
  type Actor,
  Audit,
  CONFIG,
  Clock,
  type Config,
  Database,
  dateInWords,
  found,
  hashOf,
  invalid,
  londonDate,
  newId,
  newSecret,
  startOfLondonDay,
} from '@roundtable/platform';
import { PublishedReportEntity } from './published-report.entity';
import { PublishedReportsQueries } from './published-reports.queries';
import { reportLinkView } from './published-report.view';
import { ReportLinkEntity } from './report-link.entity';

const DAY_MS = 24 * 3600_000;
const LONGEST_DAYS = 366;
const MOST = 200;

/** Read-only links to a published report, for a scrutineer without an account. */
@Injectable()
export class ReportLinksService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly reports: PublishedReportsQueries,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  async list(_actor: Actor, reportId: string): Promise<ReportLinkView[]> {
    const { seriesId } = await this.report(reportId);
    const links = await this.database
      .repo(ReportLinkEntity)
      .find({ where: { seriesId }, order: { createdAt: 'DESC' }, take: MOST });
    return links.map(reportLinkView);
  }

  /** Makes a link that works until the end of a London day, a year at most. Its address is answered once and not kept. */
  async make(actor: Actor, reportId: string, wanted: { label: string; lastDay: string }): Promise<NewReportLinkView> {
    const { seriesId } = await this.report(reportId);
    const now = this.clock.now();
    if (wanted.lastDay < londonDate(now)) throw invalid({ lastDay: 'Choose today or a later day' });
    const latest = londonDate(new Date(now.getTime() + LONGEST_DAYS * DAY_MS));
    if (wanted.lastDay > latest) throw invalid({ lastDay: `Choose a day up to ${dateInWords(latest)}` });
    const secret = newSecret();
    const link = Object.assign(new ReportLinkEntity(), {
      id: newId(),
      seriesId,
      label: wanted.label.trim(),
      secretHash: hashOf(secret),
      createdAt: now,
      expiresAt: endOfDay(wanted.lastDay),
      revokedAt: null,
    });
    await this.database.transaction(async () => {
      await this.database.repo(ReportLinkEntity).insert(link);
      await this.record(actor, 'report-link.make', link, reportId);
    });
    return { ...reportLinkView(link), url: `${this.config.publicUrl}${paths.publishedReport({ secret })}` };
  }

  /** Ends a link at once; ending it again changes nothing. */
  async revoke(actor: Actor, id: string): Promise<ReportLinkView> {
    return this.database.transaction(async () => {
      const link = found(await this.database.repo(ReportLinkEntity).findOneBy({ id }));
      if (link.revokedAt !== null) return reportLinkView(link);
      link.revokedAt = this.clock.now();
      await this.database.repo(ReportLinkEntity).update({ id }, { revokedAt: link.revokedAt });
      await this.record(actor, 'report-link.revoke', link, link.seriesId);
      return reportLinkView(link);
    });
  }

  /** What a link shows, the newest edition where none is named; null for a link that is unknown, ended or revoked. */
  async read(secret: string, edition: number | null): Promise<PublishedReportDetail | null> {
    const link = await this.database.repo(ReportLinkEntity).findOneBy({ secretHash: hashOf(secret) });
    if (!link || link.revokedAt !== null || link.expiresAt <= this.clock.now()) return null;
    return this.reports.ofSeries(link.seriesId, edition);
  }

  private async report(id: string): Promise<PublishedReportEntity> {
    return found(await this.database.repo(PublishedReportEntity).findOneBy({ id }));
  }

  private record(actor: Actor, action: string, { id, label, expiresAt }: ReportLinkEntity, reportId: string) {
    const after = { linkId: id, label, expiresAt: expiresAt.toISOString() };
    return this.audit.record(actor, { action, subjectKind: 'published-report', subjectId: reportId, after });
  }
}

function endOfDay(day: string): Date {
  const next = new Date(`${day}T12:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return startOfLondonDay(next.toISOString().slice(0, 10));
}
