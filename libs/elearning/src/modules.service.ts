import { Injectable } from '@nestjs/common';
import { type Actor, Clock, Database, found, folded, isOffice, newId } from '@roundtable/platform';
import { In } from 'typeorm';
import { MODULE_CONTENT, type ModuleContent } from './content';
import { ModuleEntity } from './module.entity';

/** The e-learning modules of the product. Whoever is not of the office sees published ones only. */
@Injectable()
export class ModulesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Every module that the actor may see, by title. */
  async all(actor: Actor): Promise<ModuleEntity[]> {
    return this.database.repo(ModuleEntity).find({ where: { ...visibleTo(actor) }, order: { titleKey: 'ASC' } });
  }

  /** One module, by its id or its slug; refuses what is not there for this actor. */
  async byId(actor: Actor, id: string): Promise<ModuleEntity> {
    const modules = this.database.repo(ModuleEntity);
    return found(
      await modules.findOneBy([
        { ...visibleTo(actor), id },
        { ...visibleTo(actor), slug: id },
      ]),
    );
  }

  /** One module, by the last part of its address; refuses what is not there for this actor. */
  async bySlug(actor: Actor, slug: string): Promise<ModuleEntity> {
    return found(await this.database.repo(ModuleEntity).findOneBy({ ...visibleTo(actor), slug }));
  }

  /** Modules by their ids, published or not, for those who keep such ids: ids that are not there have no entry. */
  async byIds(ids: readonly string[]): Promise<Map<string, ModuleEntity>> {
    if (!ids.length) return new Map();
    const rows = await this.database.repo(ModuleEntity).findBy({ id: In([...new Set(ids)]) });
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** All modules by their folded titles, for imports that name them. */
  async byTitle(): Promise<Map<string, ModuleEntity>> {
    const rows = await this.database.repo(ModuleEntity).find();
    return new Map(rows.map((row) => [row.titleKey, row]));
  }

  /**
   * Puts the product's own modules in place, known by slug; a later edition of the content replaces the earlier one.
   * Answers how many were added or renewed.
   */
  async seed(isDemonstration: boolean): Promise<number> {
    return this.database.transaction(async () => {
      const modules = this.database.repo(ModuleEntity);
      const there = new Map((await modules.find()).map((row) => [row.slug, row]));
      const missing = MODULE_CONTENT.filter(({ slug }) => !there.has(slug));
      const outdated = MODULE_CONTENT.filter(({ slug, edition }) => (there.get(slug)?.edition ?? edition) < edition);
      const added = missing.map((content) => ({
        id: newId(),
        isDemonstration,
        isPublished: true,
        createdAt: this.clock.now(),
        ...columnsOf(content),
      }));
      if (added.length) await modules.insert(added);
      for (const content of outdated) await modules.update({ slug: content.slug }, columnsOf(content));
      return missing.length + outdated.length;
    });
  }
}

function visibleTo(actor: Actor): { isPublished?: true } {
  return isOffice(actor) ? {} : { isPublished: true };
}

function columnsOf(content: ModuleContent): ModuleContent & { titleKey: string } {
  return { ...content, titleKey: folded(content.title) };
}
