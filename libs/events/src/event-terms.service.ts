import { SectorsService } from '@roundtable/agencies';
import type { NewEvent } from '@roundtable/contracts';
import { Database, folded, invalid, newId } from '@roundtable/platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { EVERY_FEE_TYPE, EventFeeEntity } from './event-fee.entity';
import { KeptPlacesEntity } from './kept-places.entity';

/** Places that an event keeps for a sector until 00:00 London time a number of days before its first session. */
export interface KeptPlaces {
  sectorId: string;
  sector: string;
  places: number;
  releaseDays: number;
}

export type EventTerms = Pick<NewEvent, 'fees' | 'keptPlaces' | 'capacity'>;

/** On what terms places are given: fees, and places kept for sectors. */
@Injectable()
export class EventTermsService {
  constructor(
    private readonly database: Database,
    private readonly sectors: SectorsService,
  ) {}

  /** What a place costs an agency of this fee type, in pence, by event; 0 where nothing was set. Null is for a visitor. */
  async feesFor(eventIds: readonly string[], feeType: string | null): Promise<Map<string, number>> {
    const fees = new Map(eventIds.map((id): [string, number] => [id, 0]));
    if (!eventIds.length) return fees;
    const wanted = feeType === null ? [EVERY_FEE_TYPE] : [EVERY_FEE_TYPE, feeType];
    const rows = await this.database
      .repo(EventFeeEntity)
      .findBy({ eventId: In([...fees.keys()]), feeType: In(wanted) });
    const general = rows.filter((row) => row.feeType === EVERY_FEE_TYPE);
    for (const row of [...general, ...rows.filter((one) => one.feeType !== EVERY_FEE_TYPE)])
      fees.set(row.eventId, row.pence);
    return fees;
  }

  /** The places kept for sectors, by event; every event asked about has an entry. */
  async keptPlacesOf(eventIds: readonly string[]): Promise<Map<string, KeptPlaces[]>> {
    const kept = new Map(eventIds.map((id): [string, KeptPlaces[]] => [id, []]));
    if (!eventIds.length) return kept;
    const rows = await this.database.repo(KeptPlacesEntity).findBy({ eventId: In([...kept.keys()]) });
    const names = rows.length ? await this.sectors.namesById() : new Map<string, string>();
    for (const { eventId, sectorId, places, releaseDays } of rows)
      kept.get(eventId)?.push({ sectorId, sector: names.get(sectorId) ?? '', places, releaseDays });
    return kept;
  }

  /** Writes the terms of a new event. Refuses a sector that is not there, one named twice, and more places kept than there are. */
  async add(eventId: string, terms: EventTerms): Promise<void> {
    const fees = terms.fees ?? [];
    if (new Set(fees.map(({ feeType }) => feeType)).size < fees.length)
      throw invalid({ fees: 'Give one fee for each fee type' });
    if (fees.length)
      await this.database
        .repo(EventFeeEntity)
        .insert(fees.map(({ feeType, pence }) => ({ id: newId(), eventId, feeType, pence })));
    const kept = await this.keptRows(eventId, terms);
    if (kept.length) await this.database.repo(KeptPlacesEntity).insert(kept);
  }

  /** Gives one event the terms of another. */
  async copy(fromEventId: string, toEventId: string): Promise<void> {
    const fees = await this.database.repo(EventFeeEntity).findBy({ eventId: fromEventId });
    const kept = await this.database.repo(KeptPlacesEntity).findBy({ eventId: fromEventId });
    if (fees.length)
      await this.database.repo(EventFeeEntity).insert(fees.map((row) => ({ ...row, id: newId(), eventId: toEventId })));
    if (kept.length)
      await this.database
        .repo(KeptPlacesEntity)
        .insert(kept.map((row) => ({ ...row, id: newId(), eventId: toEventId })));
  }

  private async keptRows(eventId: string, { keptPlaces, capacity }: EventTerms): Promise<KeptPlacesEntity[]> {
    if (!keptPlaces?.length) return [];
    const sectors = new Map((await this.sectors.all()).map(({ id, name }) => [folded(name), id]));
    const errors: Record<string, string> = {};
    const seen = new Set<string>();
    const rows = keptPlaces.map(({ sector, places, releaseDays }, index) => {
      const sectorId = sectors.get(folded(sector)) ?? '';
      if (!sectorId) errors[`keptPlaces.${index}.sector`] = 'There is no sector of this name';
      else if (seen.has(sectorId)) errors[`keptPlaces.${index}.sector`] = 'Keep places once for each sector';
      seen.add(sectorId);
      return { id: newId(), eventId, sectorId, places, releaseDays };
    });
    if (keptPlaces.reduce((sum, { places }) => sum + places, 0) > capacity)
      errors['keptPlaces'] = 'More places are kept than the event has';
    if (Object.keys(errors).length) throw invalid(errors);
    return rows;
  }
}
