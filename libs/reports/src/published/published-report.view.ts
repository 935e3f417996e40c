import type { PublishedContent, PublishedReportView, ReportLinkView } from '@roundtable/contracts';
import type { KeptContent, PublishedReportEntity } from './published-report.entity';
import type { ReportLinkEntity } from './report-link.entity';

export function publishedReportView(
  report: Omit<PublishedReportEntity, 'content'>,
  editions: ReadonlyMap<string, number>,
): PublishedReportView {
  const { id, seriesId, title, from, to, by, edition, erratum, publishedAt, replacedById } = report;
  return {
    id,
    seriesId,
    title,
    from,
    to,
    by,
    edition,
    erratum,
    publishedAt: publishedAt.toISOString(),
    replacedBy: replacedById === null ? null : { id: replacedById, edition: editions.get(replacedById) ?? edition + 1 },
    demonstration: report.isDemonstration,
  };
}

export function publishedContentView(kept: KeptContent): PublishedContent {
  const { title, from, to, by, courseTitle, rows, events, people = [], method, demonstration } = kept;
  return { title, from, to, by, courseTitle, rows, events, people, method, demonstration };
}

export function reportLinkView(link: ReportLinkEntity): ReportLinkView {
  const { id, label, createdAt, expiresAt, revokedAt } = link;
  return {
    id,
    label,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
  };
}
