import { Injectable } from '@nestjs/common';
import {
  MOST_STATEMENTS_IN_A_DOCUMENT,
  PUBLISHED_FILES,
  type PublishedFile,
  type PublishedReportDetail,
} from '@roundtable/contracts';
import { type Actor, Audit, Problem, found } from '@roundtable/platform';
import { drawGainReport } from '../knowledge-gain-files/gain-drawing';
import { gainWord } from '../knowledge-gain-files/gain-word';
import { gainWorkbook } from '../knowledge-gain-files/gain-workbook';
import { PublishedReportsQueries } from '../published/published-reports.queries';
import { ReportLinksService } from '../published/report-links.service';
import { publishedCsv } from './published-csv';
import { publishedGainReport } from './published-gain-report';

export interface MadeFile {
  name: string;
  type: string;
  content: Buffer;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const TYPES: Record<PublishedFile, string> = {
  docx: `${OFFICE}.wordprocessingml.document`,
  pdf: 'application/pdf',
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  csv: 'text/csv; charset=utf-8',
};

/** Which files there are of a report: very many statements are no document to read. */
export function publishedFiles({ content }: Pick<PublishedReportDetail, 'content'>): PublishedFile[] {
  return content.rows.length > MOST_STATEMENTS_IN_A_DOCUMENT ? ['xlsx', 'csv'] : ['docx', 'pdf', 'xlsx', 'csv'];
}

/** Published reports as files, made from what was kept and from nothing else. */
@Injectable()
export class PublishedFilesService {
  constructor(
    private readonly reports: PublishedReportsQueries,
    private readonly links: ReportLinksService,
    private readonly audit: Audit,
  ) {}

  /** For staff: that it was taken out is written to the audit log. Refuses `reports.too-long`, and an unknown format. */
  async take(actor: Actor, id: string, asked: string): Promise<MadeFile> {
    const format = found(fileOf(asked));
    const report = await this.reports.one(actor, id);
    const file = await made(report, format);
    await this.audit.record(actor, {
      action: 'report.export',
      subjectKind: 'published-report',
      subjectId: id,
      after: { report: 'published', format, edition: report.edition, rows: report.content.rows.length },
    });
    return file;
  }

  /** By a link: the newest edition where none is named; null where the link shows none, or has no such file. */
  async byLink(secret: string, edition: number | null, asked: string): Promise<MadeFile | null> {
    const format = fileOf(asked);
    const report = await this.links.read(secret, edition);
    return report && format && publishedFiles(report).includes(format) ? made(report, format) : null;
  }
}

function fileOf(asked: string): PublishedFile | null {
  return PUBLISHED_FILES.find((format) => format === asked) ?? null;
}

async function made(report: PublishedReportDetail, format: PublishedFile): Promise<MadeFile> {
  if (!publishedFiles(report).includes(format))
    throw new Problem('reports.too-long', {
      detail: { statements: report.content.rows.length, most: MOST_STATEMENTS_IN_A_DOCUMENT },
    });
  const name = `published-report-edition-${report.edition}.${format}`;
  return { name, type: TYPES[format], content: await written(report, format) };
}

async function written(report: PublishedReportDetail, format: PublishedFile): Promise<Buffer> {
  if (format === 'csv') return Buffer.from(publishedCsv(report));
  const gain = publishedGainReport(report);
  if (format === 'xlsx') return gainWorkbook(gain);
  return format === 'docx' ? gainWord(gain) : drawGainReport(gain);
}
