import { Injectable } from '@nestjs/common';
import type { GuidanceChange, NewGuidance, TaughtEditionView } from '@roundtable/contracts';
import {
  type Actor,
  Audit,
  Clock,
  Database,
  Problem,
  changedFields,
  folded,
  found,
  invalid,
  isDuplicate,
  newId,
} from '@roundtable/platform';
import { In } from 'typeorm';
import { GuidanceDocumentEntity } from './guidance-document.entity';
import { GuidanceEditionEntity } from './guidance-edition.entity';
import { TaughtEditionEntity } from './taught-edition.entity';

/** What teaches: a module of this library, or a course of the one below. */
export type Teaching = { moduleId: string } | { courseId: string };

/** Guidance in editions, and which of them modules and courses teach. */
@Injectable()
export class GuidanceService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Adds a document with its first edition. Refuses a title that is there, whatever its case or accents. */
  async add(actor: Actor, wanted: NewGuidance): Promise<string> {
    const id = newId();
    const title = wanted.title.trim();
    await this.orTaken('guidance.title-taken', { title: 'There is already a document with this title' }, async () => {
      await this.database
        .repo(GuidanceDocumentEntity)
        .insert({ id, title, titleKey: folded(title), createdAt: this.clock.now() });
      await this.insertEdition(id, wanted.edition, 1);
      await this.record(actor, 'guidance.create', id, { after: { title, edition: wanted.edition.trim() } });
    });
    return id;
  }

  /** Changes a document's title. Refuses as `add`. */
  async rename(actor: Actor, id: string, change: GuidanceChange): Promise<void> {
    const title = change.title.trim();
    await this.orTaken('guidance.title-taken', { title: 'There is already a document with this title' }, async () => {
      const document = found(await this.database.repo(GuidanceDocumentEntity).findOneBy({ id }));
      await this.database.repo(GuidanceDocumentEntity).update({ id }, { title, titleKey: folded(title) });
      await this.record(actor, 'guidance.change', id, changedFields({ title: document.title }, { title }));
    });
  }

  /** Adds the newest edition: whatever names an earlier one is to review from now on. Refuses a name that is there. */
  async addEdition(actor: Actor, documentId: string, name: string): Promise<void> {
    await this.orTaken('guidance.edition-taken', { name: 'There is already an edition with this name' }, async () => {
      found(await this.database.repo(GuidanceDocumentEntity).findOneBy({ id: documentId }));
      const editions = await this.database.repo(GuidanceEditionEntity).findBy({ documentId });
      await this.insertEdition(documentId, name, Math.max(0, ...editions.map(({ position }) => position)) + 1);
      await this.record(actor, 'guidance.add-edition', documentId, { after: { edition: name.trim() } });
    });
  }

  /** Makes these the editions that a module or a course teaches. Refuses editions that are not there, and two of one document. */
  async teach(what: Teaching, editionIds: readonly string[]): Promise<void> {
    await this.database.transaction(async () => {
      const editions = await this.database.repo(GuidanceEditionEntity).findBy({ id: In([...editionIds]) });
      if (editions.length < new Set(editionIds).size) throw invalid({ guidanceEditionIds: 'There is no such edition' });
      if (new Set(editions.map(({ documentId }) => documentId)).size < editions.length)
        throw invalid({ guidanceEditionIds: 'Name one edition of each document' });
      const taught = this.database.repo(TaughtEditionEntity);
      await taught.delete(what);
      const rows = editions.map(({ id }) => ({
        id: newId(),
        editionId: id,
        moduleId: 'moduleId' in what ? what.moduleId : null,
        courseId: 'courseId' in what ? what.courseId : null,
      }));
      if (rows.length > 0) await taught.insert(rows);
    });
  }

  /** The same for a module, with its trace. */
  async teachInModule(actor: Actor, moduleId: string, editionIds: readonly string[]): Promise<void> {
    await this.database.transaction(async () => {
      const titlesOf = async (): Promise<string[]> =>
        ((await this.taughtByModules([moduleId])).get(moduleId) ?? []).map(({ title }) => title);
      const before = await titlesOf();
      await this.teach({ moduleId }, editionIds);
      await this.audit.record(actor, {
        action: 'module.teach-editions',
        subjectKind: 'module',
        subjectId: moduleId,
        ...changedFields({ guidanceEditions: before }, { guidanceEditions: await titlesOf() }),
      });
    });
  }

  /** The ids of all documents, by their titles. */
  async documents(): Promise<Map<string, string>> {
    const rows = await this.database.repo(GuidanceDocumentEntity).find();
    return new Map(rows.map(({ title, id }) => [title, id]));
  }

  /** The id of a document's newest edition. */
  async newestOf(documentId: string): Promise<string> {
    const [newest] = await this.database
      .repo(GuidanceEditionEntity)
      .find({ where: { documentId }, order: { position: 'DESC' }, take: 1 });
    return found(newest).id;
  }

  /** The editions that courses teach, by title; a course without any has no entry. */
  async taughtByCourses(ids: readonly string[]): Promise<Map<string, TaughtEditionView[]>> {
    return this.taughtBy('courseId', ids);
  }

  /** The same for modules. */
  async taughtByModules(ids: readonly string[]): Promise<Map<string, TaughtEditionView[]>> {
    return this.taughtBy('moduleId', ids);
  }

  private async taughtBy(
    kind: 'courseId' | 'moduleId',
    ids: readonly string[],
  ): Promise<Map<string, TaughtEditionView[]>> {
    const taught = new Map<string, TaughtEditionView[]>();
    if (ids.length === 0) return taught;
    const rows = await this.database
      .repo(TaughtEditionEntity)
      .createQueryBuilder('taught')
      .innerJoin(GuidanceEditionEntity, 'edition', 'edition.id = taught.editionId')
      .innerJoin(GuidanceDocumentEntity, 'document', 'document.id = edition.documentId')
      .leftJoin(
        GuidanceEditionEntity,
        'newer',
        'newer.documentId = edition.documentId AND newer.position > edition.position',
      )
      .select([`taught.${kind} AS by_id`, 'edition.id AS id', 'document.title AS title', 'edition.name AS name'])
      .addSelect('COUNT(newer.id)', 'newer')
      .where(`taught.${kind} IN (:...ids)`, { ids: [...ids] })
      .groupBy(`taught.${kind}`)
      .addGroupBy('edition.id')
      .addGroupBy('document.title')
      .addGroupBy('edition.name')
      .orderBy('document.title')
      .getRawMany<{ by_id: string; id: string; title: string; name: string; newer: string | number }>();
    for (const row of rows) {
      const view = { id: row.id, title: `${row.title} ${row.name}`, isNewest: Number(row.newer) === 0 };
      taught.set(row.by_id, [...(taught.get(row.by_id) ?? []), view]);
    }
    return taught;
  }

  private async insertEdition(documentId: string, name: string, position: number): Promise<void> {
    await this.database
      .repo(GuidanceEditionEntity)
      .insert({ id: newId(), documentId, name: name.trim(), position, addedAt: this.clock.now() });
  }

  private async orTaken(
    code: 'guidance.title-taken' | 'guidance.edition-taken',
    errors: Record<string, string>,
    work: () => Promise<void>,
  ): Promise<void> {
    try {
      await this.database.transaction(work);
    } catch (error) {
      throw isDuplicate(error) ? new Problem(code, { errors }) : error;
    }
  }

  private record(
    actor: Actor,
    action: string,
    subjectId: string,
    facts: { before?: Record<string, unknown>; after?: Record<string, unknown> },
  ): Promise<void> {
    return this.audit.record(actor, { action, subjectKind: 'guidance', subjectId, ...facts });
  }
}
