import { hashOf, newId } from '@roundtable/platform';
import { PublishedReportEntity, ReportLinkEntity } from '@roundtable/reports';
import type { RouteRequest } from './requests';

const LINK_HOURS = 24;

/** A published report, and a link to it, that only these routes need. */
const published: RouteRequest['prepare'] = async ({ database }) => {
  const [id, linkId, secret] = [newId(), newId(), newId()];
  const now = new Date();
  const asked = { title: 'Spring', from: '2024-04-01', to: '2024-04-30', by: null };
  await database.repo(PublishedReportEntity).insert({
    id,
    seriesId: id,
    editionKey: `${id}|1`,
    edition: 1,
    ...asked,
    courseId: null,
    erratum: null,
    content: { ...asked, courseTitle: null, rows: [], events: 0, method: [], demonstration: false } as never,
    isDemonstration: false,
    publishedAt: now,
    replacedById: null,
  });
  await database.repo(ReportLinkEntity).insert({
    id: linkId,
    seriesId: id,
    label: 'The scrutineer',
    secretHash: hashOf(secret),
    createdAt: now,
    expiresAt: new Date(now.getTime() + LINK_HOURS * 3600_000),
    revokedAt: null,
  });
  return { id, linkId, secret };
};

const report = (path: (prepared: Record<string, string>) => string, body?: () => object): RouteRequest => ({
  rows: 'shared',
  ask: (_, __, ___, prepared) => ({ path: path(prepared), ...(body && { body: { ...body() } }) }),
  prepare: published,
});
const pack = (ending: string): RouteRequest => ({
  rows: 'person',
  ask: ({ agencyId }) => ({ path: `/api/reports/agency-pack.${ending}?year=2024-25&agencyId=${agencyId}` }),
});
const lastDay = () => new Date(Date.now() + 7 * 24 * 3600_000).toISOString().slice(0, 10);

export const REPORTS_REQUESTS: Record<string, RouteRequest> = {
  'GET /api/reports/published': report(() => '/api/reports/published'),
  'POST /api/reports/published': report(
    () => '/api/reports/published',
    () => ({ title: 'Spring', from: '2024-04-01', to: '2024-04-30' }),
  ),
  'GET /api/reports/published/:id': report(({ id }) => `/api/reports/published/${id}`),
  'GET /api/reports/published/:id/files/:format': report(({ id }) => `/api/reports/published/${id}/files/csv`),
  'POST /api/reports/published/:id/editions': report(
    ({ id }) => `/api/reports/published/${id}/editions`,
    () => ({ erratum: 'A title was wrong' }),
  ),
  'GET /api/reports/published/:id/links': report(({ id }) => `/api/reports/published/${id}/links`),
  'POST /api/reports/published/:id/links': report(
    ({ id }) => `/api/reports/published/${id}/links`,
    () => ({ label: 'The scrutineer', lastDay: lastDay() }),
  ),
  'POST /api/reports/links/:id/revocation': report(
    ({ linkId }) => `/api/reports/links/${linkId}/revocation`,
    () => ({}),
  ),
  'GET /api/reports/agency-pack.xlsx': pack('xlsx'),
  'GET /api/reports/agency-pack.pdf': pack('pdf'),
  'GET /my-agency/pack': { rows: 'person', ask: ({ agencyId }) => ({ path: `/my-agency/pack?agency=${agencyId}` }) },
  'GET /published-reports/:secret': report(({ secret }) => `/published-reports/${secret}`),
  'GET /published-reports/:secret/files/:format': report(({ secret }) => `/published-reports/${secret}/files/csv`),
  'GET /training-i-run/results': { rows: 'shared', ask: () => ({ path: '/training-i-run/results' }) },
};
