import { SectorsService } from '@roundtable/agencies';
import type { EventTerms as GivenTerms } from '@roundtable/contracts';
import { CourseTermsService } from '@roundtable/courses';
import { Database, folded, invalid, newId } from '@roundtable/platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { EventFeeEntity } from './event-fee.entity';
import type { EventEntity } from './event.entity';
import { KeptPlacesEntity } from './kept-places.entity';
import { type Amounts, amountsFor } from './terms/amount-rules';
import { ExpectedMixEntity } from './terms/expected-mix.entity';

/** Places that an event keeps for a sector until 00:00 London time a number of days before its first session. */
export interface KeptPlaces {
  sectorId: string;
  sector: string;
  places: number;
  releaseDays: number;
}

export type EventTerms = Pick<GivenTerms, 'fees' | 'keptPlaces' | 'expectedMix'> & { capacity: number };

/** What an event sets of its own in lists, as it is given back and audited. */
export type TermLists = Required<Pick<GivenTerms, 'fees' | 'keptPlaces' | 'expectedMix'>>;

/** On what terms places are given: fees and charges, places kept for sectors, people expected from sectors. */
@Injectable()
export class EventTermsService {
  constructor(
    private readonly database: Database,
    private readonly sectors: SectorsService,
    private readonly courseTerms: CourseTermsService,
  ) {}

  /** What a place, and absence, costs an agency of this fee type, by event. Null is for a visitor. */
  async amountsFor(
    events: readonly Pick<EventEntity, 'id' | 'courseId'>[],
    feeType: string | null,
  ): Promise<Map<string, Amounts>> {
    if (!events.length) return new Map();
    const rows = await this.database.repo(EventFeeEntity).findBy({ eventId: In(events.map(({ id }) => id)) });
    const ofCourses = await this.courseTerms.feesOf(events.map(({ courseId }) => courseId));
    return new Map(
      events.map(({ id, courseId }) => {
        const own = rows.filter(({ eventId }) => eventId === id);
        return [id, amountsFor(own, ofCourses.get(courseId) ?? [], feeType)];
      }),
    );
  }

  /** What a place, and absence, costs on one event, for whichever fee type is asked of it. */
  async amountsOf({ id, courseId }: Pick<EventEntity, 'id' | 'courseId'>): Promise<(feeType: string) => Amounts> {
    const own = await this.database.repo(EventFeeEntity).findBy({ eventId: id });
    const ofCourse = (await this.courseTerms.feesOf([courseId])).get(courseId) ?? [];
    return (feeType) => amountsFor(own, ofCourse, feeType);
  }

  /** What one event sets of its own. */
  async listsOf(eventId: string): Promise<TermLists> {
    const fees = await this.database.repo(EventFeeEntity).find({ where: { eventId }, order: { feeType: 'ASC' } });
    const kept = (await this.keptPlacesOf([eventId])).get(eventId) ?? [];
    const mix = await this.database.repo(ExpectedMixEntity).findBy({ eventId });
    const names = mix.length ? await this.sectors.namesById() : new Map<string, string>();
    return {
      fees: fees.map(({ feeType, pence, chargePence }) => ({ feeType, pence, chargePence })),
      keptPlaces: kept
        .map(({ sector, places, releaseDays }) => ({ sector, places, releaseDays }))
        .sort((one, other) => one.sector.localeCompare(other.sector)),
      expectedMix: mix
        .map(({ sectorId, people }) => ({ sector: names.get(sectorId) ?? '', people }))
        .sort((one, other) => one.sector.localeCompare(other.sector)),
    };
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

  /**
   * Sets the lists that are given, each whole; others stay. Refuses a sector that is not there, one named twice, a fee
   * type named twice, and more places kept than there are.
   */
  async add(eventId: string, { capacity, ...terms }: EventTerms): Promise<void> {
    if (terms.fees) await this.replaceFees(eventId, terms.fees);
    if (!terms.keptPlaces && !terms.expectedMix) return;
    const sectors = new Map((await this.sectors.all()).map(({ id, name }) => [folded(name), id]));
    const errors = {
      ...sectorErrors('keptPlaces', terms.keptPlaces ?? [], sectors, 'Keep places once for each sector'),
      ...sectorErrors('expectedMix', terms.expectedMix ?? [], sectors, 'Name each sector once'),
    };
    if ((terms.keptPlaces ?? []).reduce((sum, { places }) => sum + places, 0) > capacity)
      errors['keptPlaces'] = 'More places are kept than the event has';
    if (Object.keys(errors).length) throw invalid(errors);
    const row = ({ sector }: { sector: string }) => ({
      id: newId(),
      eventId,
      sectorId: sectors.get(folded(sector)) ?? '',
    });
    if (terms.keptPlaces) {
      const kept = terms.keptPlaces.map((one) => ({ ...row(one), places: one.places, releaseDays: one.releaseDays }));
      await this.database.repo(KeptPlacesEntity).delete({ eventId });
      if (kept.length) await this.database.repo(KeptPlacesEntity).insert(kept);
    }
    if (terms.expectedMix) {
      const mix = terms.expectedMix.map((one) => ({ ...row(one), people: one.people }));
      await this.database.repo(ExpectedMixEntity).delete({ eventId });
      if (mix.length) await this.database.repo(ExpectedMixEntity).insert(mix);
    }
  }

  /** Gives one event the terms of another. */
  async copy(fromEventId: string, toEventId: string): Promise<void> {
    for (const entity of [EventFeeEntity, KeptPlacesEntity, ExpectedMixEntity]) {
      const rows = await this.database.repo<{ id: string; eventId: string }>(entity).findBy({ eventId: fromEventId });
      const copies = rows.map((row) => ({ ...row, id: newId(), eventId: toEventId }));
      if (copies.length) await this.database.repo<{ id: string; eventId: string }>(entity).insert(copies);
    }
  }

  private async replaceFees(eventId: string, fees: NonNullable<GivenTerms['fees']>): Promise<void> {
    if (new Set(fees.map(({ feeType }) => feeType)).size < fees.length)
      throw invalid({ fees: 'Give one fee for each fee type' });
    await this.database.repo(EventFeeEntity).delete({ eventId });
    const rows = fees.map(({ feeType, pence, chargePence }) => ({
      id: newId(),
      eventId,
      feeType,
      pence,
      chargePence: chargePence ?? null,
    }));
    if (rows.length) await this.database.repo(EventFeeEntity).insert(rows);
  }
}

/** What is wrong with the sectors of a list, by field: one that is not there, and one named twice. */
function sectorErrors(
  list: string,
  given: readonly { sector: string }[],
  sectors: ReadonlyMap<string, string>,
  twice: string,
): Record<string, string> {
  const errors: Record<string, string> = {};
  const seen = new Set<string>();
  given.forEach(({ sector }, index) => {
    const id = sectors.get(folded(sector));
    if (!id) errors[`${list}.${index}.sector`] = 'There is no sector of this name';
    else if (seen.has(id)) errors[`${list}.${index}.sector`] = twice;
    if (id) seen.add(id);
  });
  return errors;
}
