import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import * as agencies from '@roundtable/agencies';
import * as bookings from '@roundtable/bookings';
import type { KnowledgeGainRow } from '@roundtable/contracts';
import * as courses from '@roundtable/courses';
import * as elearning from '@roundtable/elearning';
import * as evaluations from '@roundtable/evaluations';
import * as events from '@roundtable/events';
import * as people from '@roundtable/people';
import * as platform from '@roundtable/platform';
import { onEachEngine } from '@roundtable/schema/testing';
import { Test } from '@nestjs/testing';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { knowledgeGainCsv } from './knowledge-gain-csv';
import { KnowledgeGainReportService } from './knowledge-gain-report.service';
import { PublishedFigureEntity } from './published-figure.entity';
import { PublishedFiguresQueries } from './published-figures.queries';
import { ReportsModule } from './reports.module';

const SHEET = fileURLToPath(new URL('../../../apps/api/src/demonstration/data/published-figures.csv', import.meta.url));
const ENTITIES = [
  ...[platform, agencies, people, elearning, courses, events, bookings, evaluations]
    .flatMap((library) => Object.entries(library))
    .filter(([name]) => name.endsWith('Entity'))
    .map(([, entity]) => entity as EntityTarget<ObjectLiteral>),
  PublishedFigureEntity,
];

const hidden: KnowledgeGainRow = {
  courseId: 'c',
  courseTitle: '=Neglect',
  statement: 'neglect, early signs',
  demonstration: true,
  before: { n: null, goodOrBetter: null, percent: null },
  after: { n: null, goodOrBetter: null, percent: null },
  paired: {
    n: null,
    beforeGoodOrBetter: null,
    afterGoodOrBetter: null,
    beforePercent: null,
    afterPercent: null,
    beforeCi95: [null, null],
    afterCi95: [null, null],
    differencePoints: null,
    ci95: [null, null],
    mcnemarP: null,
    wilcoxonP: null,
    rankBiserial: null,
  },
  unpaired: { differencePoints: null, ci95: [null, null] },
  responseRate: { before: null, after: null },
  attended: null,
  bounds: { before: [null, null], after: [null, null] },
  distribution: { before: null, after: null },
  sentence: null,
  suppressed: true,
};

describe('knowledgeGainCsv', () => {
  it('has one flat line a row, marks demonstration, and lets no cell be a formula', () => {
    const [heading, line, end] = knowledgeGainCsv([hidden]).split('\r\n');
    expect(heading).toMatch(/^\uFEFFcourse_id,course,statement,before_n,/);
    expect(line).toBe(`c,'=Neglect,"neglect, early signs"${','.repeat(42)}fewer than 5 answered,demonstration`);
    expect(end).toBe('');
  });
});

onEachEngine(ENTITIES, (world) => {
  let report: KnowledgeGainReportService;
  let figures: PublishedFiguresQueries;
  let imports: platform.Imports;

  beforeAll(async () => {
    const config = platform.readConfig({});
    const module = await Test.createTestingModule({
      imports: [platform.PlatformModule.for(config, world.database, world.clock), people.PeopleModule, ReportsModule],
    }).compile();
    await module.init();
    report = module.get(KnowledgeGainReportService);
    figures = module.get(PublishedFiguresQueries);
    imports = module.get(platform.Imports);
  });

  describe('the report of what was learnt', () => {
    it('refuses a period that ends before it begins', async () => {
      await expect(report.rows(platform.SYSTEM, { from: '2021-04-01', to: '2021-03-31' })).rejects.toMatchObject({
        code: 'request.invalid',
        more: { errors: { to: expect.any(String) } },
      });
    });

    it('is audited when it is taken out', async () => {
      await report.csv(platform.SYSTEM, { from: '2020-04-01' });
      const entries = await world.database.repo(platform.AuditEntryEntity).findBy({ action: 'report.export' });
      expect(entries.map(({ after }) => after)).toEqual([
        { report: 'knowledge-gain', format: 'csv', from: '2020-04-01', to: null, courseId: null, rows: 0 },
      ]);
    });
  });

  describe('published figures', () => {
    const options = { actor: platform.SYSTEM, dryRun: false, period: null, isDemonstration: false };
    const file = readFileSync(SHEET);

    it('go in as printed, and the same sheet again changes nothing', async () => {
      const { created, rejected } = await imports.run('published-figures', file, options);
      expect([created, rejected]).toEqual([20, []]);
      expect(await imports.run('published-figures', file, options)).toMatchObject({
        created: 0,
        updated: 0,
        unchanged: 20,
      });
    });

    it('are listed, latest year first, with filters', async () => {
      const all = await figures.list(platform.SYSTEM, {});
      expect([all.total, all.items[0]?.year, all.items.at(-1)?.year]).toEqual([20, '2020-21', '2019-20']);
      const earlier = await figures.list(platform.SYSTEM, { year: '2019-20', _end: 1 });
      expect([earlier.total, earlier.items.length]).toEqual([2, 1]);
      const [found] = (await figures.list(platform.SYSTEM, { q: 'WORKING together' })).items.filter(
        ({ value }) => value === 33.7,
      );
      expect(found).toMatchObject({ year: '2020-21', source: 'NSCP Annual Report 2020/21', page: 20 });
    });

    it('are mended by a corrected sheet, and refused with column and reason', async () => {
      const lines = [
        'measure,value,year,source,page',
        'e-learning completions,13626,2020-21,NSCP Annual Report 2020/21,19',
        'E-learning completions,many,2020-22,NSCP Annual Report 2020/21,x',
      ];
      const result = await imports.run('published-figures', Buffer.from(lines.join('\n')), options);
      expect(result).toMatchObject({ created: 0, updated: 1, unchanged: 0 });
      expect(result.rejected.map(({ row, column }) => [row, column])).toEqual([
        [3, 'value'],
        [3, 'year'],
        [3, 'page'],
      ]);
    });
  });
});
