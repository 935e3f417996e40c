import { AgencyEntity } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import type { LastTrainedView } from '@roundtable/contracts';
import { PersonEntity } from '@roundtable/people';
import {
  type Actor,
  Database,
  Page,
  found,
  isOffice,
  notFound,
  windowOf,
  writeCsv,
  storedInstant,
} from '@roundtable/platform';
import type { SelectQueryBuilder } from 'typeorm';
import { CompletionEntity } from '../completion.entity';
import { CompletionEditionEntity } from './completion-edition.entity';
import { GuidanceDocumentEntity } from './guidance-document.entity';
import { GuidanceEditionEntity } from './guidance-edition.entity';
import type { LastTrainedQuery } from './guidance.dto';

const SORTS = {
  completedAt: 'completion.completedAt',
  practitionerName: 'person.nameKey',
  agencyName: 'agency.nameKey',
  id: 'completion.id',
};
const LARGEST_EXPORT = 20_000;

interface Row {
  id: string;
  practitionerId: string;
  practitionerName: string;
  email: string | null;
  agencyName: string | null;
  sector: string | null;
  edition: string;
  trainedBy: string;
  completedAt: Date | string;
  expiresAt: Date | string | null;
}

/** Who was last trained on an edition that is not the newest. Whoever was trained on the newest since is not among them. */
@Injectable()
export class LastTrainedQueries {
  constructor(private readonly database: Database) {}

  /** One line for each person: the latest completion that taught any edition of the document. The longest ago first. */
  async list(actor: Actor, documentId: string, query: LastTrainedQuery): Promise<Page<LastTrainedView>> {
    const window = windowOf(query, SORTS, { sort: 'completedAt', order: 'ASC' });
    const document = await this.documentOf(actor, documentId);
    const rows = this.rows(document.id, query.editionId);
    const total = await rows.getCount();
    const page = await this.selected(rows)
      .orderBy(window.sort, window.order)
      .addOrderBy('completion.id')
      .offset(window.skip)
      .limit(window.take)
      .getRawMany<Row>();
    return new Page(
      page.map((row) => viewOf(row, document.title)),
      total,
    );
  }

  /** The same as a file, all of it. */
  async csv(actor: Actor, documentId: string, editionId?: string): Promise<string> {
    const document = await this.documentOf(actor, documentId);
    const rows = await this.selected(this.rows(document.id, editionId))
      .orderBy('completion.completedAt')
      .addOrderBy('completion.id')
      .limit(LARGEST_EXPORT)
      .getRawMany<Row>();
    return writeCsv(
      ['Name', 'Email', 'Agency', 'Sector', 'Last trained on', 'By', 'Completed on', 'Valid until'],
      rows
        .map((row) => viewOf(row, document.title))
        .map((row) => [
          row.practitionerName,
          row.email,
          row.agencyName,
          row.sector,
          row.edition,
          row.trainedBy,
          row.completedAt.slice(0, 10),
          row.expiresAt?.slice(0, 10),
        ]),
    );
  }

  private async documentOf(actor: Actor, id: string): Promise<GuidanceDocumentEntity> {
    if (!isOffice(actor)) throw notFound();
    return found(await this.database.repo(GuidanceDocumentEntity).findOneBy({ id }));
  }

  private rows(documentId: string, editionId?: string): SelectQueryBuilder<CompletionEntity> {
    const rows = this.database.repo(CompletionEntity).createQueryBuilder('completion');
    const later = rows
      .subQuery()
      .select('later.id')
      .from(CompletionEntity, 'later')
      .innerJoin(CompletionEditionEntity, 'laterTaught', 'laterTaught.completionId = later.id')
      .innerJoin(GuidanceEditionEntity, 'laterEdition', 'laterEdition.id = laterTaught.editionId')
      .where('later.personId = completion.personId AND later.withdrawnAt IS NULL')
      .andWhere('laterEdition.documentId = :documentId')
      .andWhere(
        '(later.completedAt > completion.completedAt OR (later.completedAt = completion.completedAt AND later.id > completion.id))',
      )
      .getQuery();
    const newer = rows
      .subQuery()
      .select('newer.id')
      .from(GuidanceEditionEntity, 'newer')
      .where('newer.documentId = edition.documentId AND newer.position > edition.position')
      .getQuery();
    rows
      .innerJoin(CompletionEditionEntity, 'taught', 'taught.completionId = completion.id')
      .innerJoin(GuidanceEditionEntity, 'edition', 'edition.id = taught.editionId')
      .innerJoin(PersonEntity, 'person', 'person.id = completion.personId')
      .leftJoin(AgencyEntity, 'agency', 'agency.id = completion.agencyId')
      .where('edition.documentId = :documentId', { documentId })
      .andWhere('completion.withdrawnAt IS NULL AND person.erasedAt IS NULL')
      .andWhere(`NOT EXISTS ${later} AND EXISTS ${newer}`);
    if (editionId) rows.andWhere('edition.id = :editionId', { editionId });
    return rows;
  }

  private selected(rows: SelectQueryBuilder<CompletionEntity>): SelectQueryBuilder<CompletionEntity> {
    return rows
      .select(['completion.id AS id', 'person.id AS "practitionerId"', 'person.name AS "practitionerName"'])
      .addSelect(['person.email AS email', 'agency.name AS "agencyName"', 'completion.sector AS sector'])
      .addSelect(['edition.name AS edition', 'completion.title AS "trainedBy"'])
      .addSelect(['completion.completedAt AS "completedAt"', 'completion.expiresAt AS "expiresAt"']);
  }
}

function viewOf(row: Row, document: string): LastTrainedView {
  return {
    id: row.id,
    practitionerId: row.practitionerId,
    practitionerName: row.practitionerName,
    email: row.email,
    agencyName: row.agencyName,
    sector: row.sector,
    edition: `${document} ${row.edition}`,
    trainedBy: row.trainedBy,
    completedAt: storedInstant(row.completedAt).toISOString(),
    expiresAt: storedInstant(row.expiresAt)?.toISOString() ?? null,
  };
}
