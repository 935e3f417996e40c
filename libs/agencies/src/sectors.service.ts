import { Injectable } from '@nestjs/common';
import { Database, invalid, newId } from '@roundtable/platform';
import { SectorEntity } from './sector.entity';
import { FIRST_SECTORS } from './sectors';

/** The kinds of agency. */
@Injectable()
export class SectorsService {
  constructor(private readonly database: Database) {}

  async all(): Promise<SectorEntity[]> {
    return this.database.repo(SectorEntity).find({ order: { position: 'ASC' } });
  }

  async namesById(): Promise<Map<string, string>> {
    return new Map((await this.all()).map((sector) => [sector.id, sector.name]));
  }

  /** The sector of this name; refuses with the known names when there is none. */
  async named(name: string): Promise<SectorEntity> {
    const sector = await this.find(name);
    if (sector) return sector;
    const names = (await this.all()).filter((known) => known.parentId === null).map((known) => known.name);
    throw invalid({ sector: `Choose one of the sectors: ${names.join(', ')}` });
  }

  async find(name: string): Promise<SectorEntity | null> {
    return this.database.repo(SectorEntity).findOneBy({ name: name.trim() });
  }

  /** Puts the first sectors in place, once; sectors that are there stay as they are. */
  async seed(): Promise<void> {
    await this.database.transaction(async () => {
      if (await this.database.repo(SectorEntity).count()) return;
      let position = 0;
      for (const [name, children] of Object.entries(FIRST_SECTORS)) {
        const parent = { id: newId(), name, parentId: null, position: (position += 1) };
        const rows = children.map((child) => ({
          id: newId(),
          name: child,
          parentId: parent.id,
          position: (position += 1),
        }));
        await this.database.repo(SectorEntity).insert(parent);
        if (rows.length) await this.database.repo(SectorEntity).insert(rows);
      }
    });
  }
}
