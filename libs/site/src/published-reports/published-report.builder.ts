import type { PublishedReportDetail, PublishedRow } from '@roundtable/contracts';
import { type SamplePage, samplePage as page } from '../frame/sample-page.builder';
import { resultsPage } from '../training-i-run/results.presenter';
import { publishedReportPage } from './published-report.presenter';

export function aPublishedRow(changes: Partial<PublishedRow> = {}): PublishedRow {
  return {
    courseId: 'course-1',
    courseTitle: 'Neglect',
    statement: 'knowledge of What counts as neglect',
    demonstration: true,
    before: { n: 50, goodOrBetter: 12, percent: 24 },
    after: { n: 46, goodOrBetter: 40, percent: 86.95652173913044 },
    paired: {
      n: 45,
      beforeGoodOrBetter: 10,
      afterGoodOrBetter: 40,
      beforePercent: 22.22222222222222,
      afterPercent: 88.88888888888889,
      beforeCi95: [12.5, 36.3],
      afterCi95: [76.5, 95.2],
      differencePoints: 66.66666666666667,
      ci95: [48.2, 79.1],
      mcnemarP: 0.0000001,
      wilcoxonP: 0.0000002,
      rankBiserial: 0.95,
    },
    unpaired: { differencePoints: 62.95, ci95: [44.8, 75.4] },
    responseRate: { before: 92.5925, after: 85.1851 },
    attended: 54,
    bounds: { before: [null, null], after: [null, null] },
    distribution: { before: null, after: null },
    sentence:
      '54 attended; 45 answered both times. 10 of 45 (22.2%) rated their own knowledge good or very good before, 40 (88.9%) after.',
    suppressed: false,
    cut: null,
    ...changes,
  };
}

export function aPublishedReport(changes: Partial<PublishedReportDetail> = {}): PublishedReportDetail {
  return {
    id: 'report-2',
    seriesId: 'report-1',
    title: 'What was learnt in 2023-24',
    from: '2023-04-01',
    to: '2024-03-31',
    by: 'sector',
    edition: 2,
    erratum: 'One event had been entered under another course.',
    publishedAt: '2024-05-20T10:00:00.000Z',
    replacedBy: null,
    demonstration: true,
    content: {
      title: 'What was learnt in 2023-24',
      from: '2023-04-01',
      to: '2024-03-31',
      by: 'sector',
      courseTitle: null,
      rows: [
        aPublishedRow(),
        aPublishedRow({ cut: "Children's social care" }),
        aPublishedRow({ cut: 'All other sectors: too few people, or too easily told apart', suppressed: true }),
      ],
      events: 4,
      people: [
        {
          year: '2023-24',
          people: 89,
          sectors: [
            { name: "Children's social care", people: 40, agencies: [{ name: 'Other agencies', people: null }] },
            { name: 'fire', people: null, agencies: [] },
            { name: 'housing', people: null, agencies: [] },
            {
              name: 'police',
              people: 34,
              agencies: [
                { name: 'Nottinghamshire Police', people: 20 },
                { name: 'Other agencies', people: null },
              ],
            },
          ],
          roles: [
            { name: 'Police officer', people: 30 },
            { name: 'Social worker', people: 31 },
            { name: 'Other roles', people: null },
          ],
          demonstration: true,
        },
      ],
      method: ['Made from events whose last session ended in the period.'],
      demonstration: true,
    },
    quotes: [{ courseId: 'course-1', courseTitle: 'Neglect', words: ['I see now what I had not seen before.'] }],
    editions: [
      { id: 'report-2', edition: 2, erratum: 'One event.', publishedAt: '2024-05-20T10:00:00.000Z' },
      { id: 'report-1', edition: 1, erratum: null, publishedAt: '2024-05-13T10:00:00.000Z' },
    ],
    ...changes,
  };
}

export function publishedReportSamples(title: string): SamplePage[] {
  const report = aPublishedReport();
  const old = aPublishedReport({
    edition: 1,
    erratum: null,
    replacedBy: { id: 'report-2', edition: 2 },
    content: { ...report.content, title, rows: [] },
  });
  return [
    page('published-report', 'published-reports/published-report', publishedReportPage(report, 'secret')),
    page('published-report-replaced', 'published-reports/published-report', publishedReportPage(old, 'secret')),
    page(
      'results',
      'training-i-run/results',
      resultsPage({ events: 2, rows: [aPublishedRow({ courseTitle: title, demonstration: false })] }),
    ),
    page('results-none', 'training-i-run/results', resultsPage({ events: 0, rows: [] })),
  ];
}
