import { SectorEntity, type SectorUse } from '@roundtable/agencies';
import type { Database } from '@roundtable/platform';
import { EventEntity } from '../event.entity';
import { KeptPlacesEntity } from '../kept-places.entity';

/** Raises the revisions of events that show a name from elsewhere, so that copies of the programme are read again. */
export async function showEventsAnew(database: Database, where: { venueId: string } | { id: string[] }): Promise<void> {
  const events = database
    .repo(EventEntity)
    .createQueryBuilder()
    .update()
    .set({ status: () => 'status' });
  await ('venueId' in where ? events.where(where) : events.whereInIds(where.id)).execute();
}

/** An event shows the names of the sectors it keeps places for. */
export function keptPlacesSectorUse(database: Database): SectorUse {
  return {
    what: 'keptPlaces',
    count: ({ id }) => database.repo(KeptPlacesEntity).countBy({ sectorId: id }),
    rename: async (from) => {
      const kept = await database
        .repo(KeptPlacesEntity)
        .createQueryBuilder('kept')
        .innerJoin(SectorEntity, 'sector', 'sector.id = kept.sectorId')
        .where('sector.name = :from', { from })
        .getMany();
      if (kept.length) await showEventsAnew(database, { id: kept.map(({ eventId }) => eventId) });
    },
  };
}
