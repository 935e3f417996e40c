import { Injectable } from '@nestjs/common';
import type { NewSector, SectorChange, SectorView } from '@roundtable/contracts';
import {
  type Actor,
  Audit,
  Database,
  Page,
  Problem,
  changedFields,
  folded,
  found,
  invalid,
  isStillReferred,
  newId,
  windowOf,
} from '@roundtable/platform';
import { AgencyEntity } from './agency.entity';
import type { SectorListQuery } from './sector.dto';
import { SectorEntity } from './sector.entity';
import { SectorUses } from './sector-uses';
import { sectorView } from './sector.view';

const SORTS = { position: 'sector.position', name: 'sector.name', id: 'sector.id' };

/** Keeping the kinds of agency: two levels, names that differ, nothing removed that is in use. */
@Injectable()
export class SectorKeeping {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly uses: SectorUses,
  ) {}

  /** The tree as rows, each with the sector above it; in their order. */
  async list(query: SectorListQuery): Promise<Page<SectorView>> {
    const window = windowOf(query, SORTS, { sort: 'position', order: 'ASC' });
    const rows = this.database.repo(SectorEntity).createQueryBuilder('sector').where('1 = 1');
    if (query.id) rows.andWhere('sector.id IN (:...ids)', { ids: query.id });
    if (query.q) rows.andWhere('LOWER(sector.name) LIKE :q', { q: `%${query.q.toLowerCase()}%` });
    const [sectors, total] = await rows
      .orderBy(window.sort, window.order)
      .addOrderBy('sector.id')
      .offset(window.skip)
      .limit(window.take)
      .getManyAndCount();
    return new Page(sectors.map(sectorView), total);
  }

  /** Adds a sector. Refuses a third level, a sector above that is not there, and a name that is taken whatever its case. */
  async create(actor: Actor, wanted: NewSector): Promise<SectorView> {
    return this.database.transaction(async () => {
      const all = await this.database.repo(SectorEntity).find();
      refuseTaken(all, wanted.name, null);
      if (wanted.parentId !== undefined) {
        const parent = all.find(({ id }) => id === wanted.parentId);
        if (!parent) throw invalid({ parentId: 'There is no sector with this id' });
        if (parent.parentId !== null)
          throw invalid({ parentId: 'Sectors have two levels: choose one of the first level' });
      }
      const sector = this.database.repo(SectorEntity).create({
        id: newId(),
        name: wanted.name.trim(),
        parentId: wanted.parentId ?? null,
        position: wanted.position ?? Math.max(0, ...all.map(({ position }) => position)) + 1,
      });
      await this.database.repo(SectorEntity).insert(sector);
      await this.record(actor, 'sector.create', sector.id, { after: { ...sectorView(sector) } });
      return sectorView(sector);
    });
  }

  /**
   * Changes name or position. A new name goes with what counts places by it now; bookings of the past, completions and
   * responses keep the sector as it was called then.
   */
  async change(actor: Actor, id: string, change: SectorChange): Promise<SectorView> {
    return this.database.transaction(async () => {
      const all = await this.database.repo(SectorEntity).find();
      const sector = found(all.find((one) => one.id === id));
      const before = sectorView(sector);
      if (change.name !== undefined) {
        refuseTaken(all, change.name, id);
        sector.name = change.name.trim();
        if (sector.name !== before.name) await this.uses.rename(before.name, sector.name);
      }
      if (change.position !== undefined) sector.position = change.position;
      await this.database.repo(SectorEntity).update({ id }, { name: sector.name, position: sector.position });
      await this.record(actor, 'sector.change', id, changedFields(before, sectorView(sector)));
      return sectorView(sector);
    });
  }

  /**
   * Puts all sectors of the first level, or all below one sector, in another order; answers the whole tree in its order.
   * Refuses a list that leaves one out, names one twice or mixes levels.
   */
  async order(actor: Actor, ids: readonly string[]): Promise<SectorView[]> {
    return this.database.transaction(async () => {
      const all = await this.database.repo(SectorEntity).find({ order: { position: 'ASC', id: 'ASC' } });
      const parentId = all.find(({ id }) => id === ids[0])?.parentId ?? null;
      const siblings = all.filter((sector) => sector.parentId === parentId);
      const wanted = siblings.map((_, turn) => siblings.find(({ id }) => id === ids[turn]));
      if (ids.length !== siblings.length || new Set(wanted).size !== siblings.length || wanted.includes(undefined))
        throw invalid({ ids: 'Name every sector that stands beside these once, and no other' });
      const moved = new Map(siblings.map(({ id }) => [id, ids.indexOf(id)]));
      const turn = (sector: SectorEntity) => moved.get(sector.id) ?? all.indexOf(sector);
      const below = (parent: string | null): SectorEntity[] =>
        all
          .filter((sector) => sector.parentId === parent)
          .sort((one, other) => turn(one) - turn(other))
          .flatMap((sector) => [sector, ...below(sector.id)]);
      const tree = below(null);
      const changed = tree.filter((sector, index) => sector.position !== index + 1);
      const named = (sectors: readonly (SectorEntity | undefined)[]) => sectors.map((sector) => sector?.name);
      tree.forEach((sector, index) => (sector.position = index + 1));
      await this.database.repo(SectorEntity).save(changed);
      await this.record(actor, 'sector.order', parentId, {
        before: { order: named(siblings) },
        after: { order: named(wanted) },
      });
      return tree.map(sectorView);
    });
  }

  /** Removes a sector that nothing uses. Refuses with `sectors.in-use` and what uses it. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const sector = found(await this.database.repo(SectorEntity).findOneBy({ id }));
      const agencies = await this.database.repo(AgencyEntity).countBy({ sectorId: id });
      const sectors = await this.database.repo(SectorEntity).countBy({ parentId: id });
      const uses = {
        ...(agencies ? { agencies } : {}),
        ...(sectors ? { sectors } : {}),
        ...(await this.uses.of(sector)),
      };
      if (Object.keys(uses).length) throw new Problem('sectors.in-use', { detail: uses });
      try {
        await this.database.repo(SectorEntity).delete({ id });
      } catch (error) {
        if (isStillReferred(error)) throw new Problem('sectors.in-use');
        throw error;
      }
      await this.record(actor, 'sector.remove', id, { before: { ...sectorView(sector) } });
    });
  }

  private record(
    actor: Actor,
    action: string,
    subjectId: string | null,
    facts: { before?: Record<string, unknown>; after?: Record<string, unknown> },
  ): Promise<void> {
    return this.audit.record(actor, { action, subjectKind: 'sector', subjectId, ...facts });
  }
}

function refuseTaken(all: readonly SectorEntity[], name: string, ownId: string | null): void {
  if (all.some((sector) => sector.id !== ownId && folded(sector.name) === folded(name)))
    throw new Problem('sectors.name-taken', { errors: { name: 'There is already a sector with this name' } });
}
