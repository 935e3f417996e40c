import { SectorsService } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import type { EventMixView } from '@roundtable/contracts';
import { EventEntity, EventsService, ExpectedMixEntity } from '@roundtable/events';
import { Database, found } from '@roundtable/platform';
import { PlacesQueries } from '../places.queries';
import { EventInvitationEntity } from './event-invitation.entity';
import { mixLines } from './mix-rules';

/** From where the people of an event come, while it can still be mended. */
@Injectable()
export class EventMixQueries {
  constructor(
    private readonly database: Database,
    private readonly events: EventsService,
    private readonly places: PlacesQueries,
    private readonly sectors: SectorsService,
  ) {}

  async of(eventId: string): Promise<EventMixView> {
    found(await this.database.repo(EventEntity).findOneBy({ id: eventId }));
    const { held } = (await this.places.countsOf([eventId]))(eventId);
    const sectors = await this.sectors.all();
    const names = new Map(sectors.map(({ id, name }) => [id, name]));
    const expected = await this.database.repo(ExpectedMixEntity).findBy({ eventId });
    const kept = (await this.events.keptPlacesOf([eventId])).get(eventId) ?? [];
    const lines = mixLines({
      held: held.bySector,
      expected: expected.map(({ sectorId, people }) => ({ sector: names.get(sectorId) ?? '', people })),
      kept,
      invited: await this.invited(eventId),
      above: new Map(sectors.flatMap(({ name, parentId }) => (parentId ? [[name, names.get(parentId) ?? '']] : []))),
    });
    return { eventId, lines };
  }

  private async invited(eventId: string): Promise<Map<string, number>> {
    const rows = await this.database
      .repo(EventInvitationEntity)
      .createQueryBuilder('invitation')
      .select('invitation.sector', 'sector')
      .addSelect('COUNT(*)', 'n')
      .where('invitation.eventId = :eventId', { eventId })
      .groupBy('invitation.sector')
      .getRawMany<{ sector: string; n: number | string }>();
    return new Map(rows.map(({ sector, n }) => [sector, Number(n)]));
  }
}
