import { SectorsService } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import type { CourseValidityView } from '@roundtable/contracts';
import { Database, Settings, invalid, newId } from '@roundtable/platform';
import { In } from 'typeorm';
import { CourseValidityEntity } from './course-validity.entity';
import { CourseEntity } from './course.entity';
import { validityFor } from './validity-rules';

const USUAL = { months: 24, sectors: ['early years'] };

/** The periods after which a course is refreshed, the same for all or one for each sector. */
@Injectable()
export class CourseValidities {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly sectors: SectorsService,
  ) {}

  /** The periods that sectors and designated leads have of their own, by course; a course without has no entry. */
  async of(courseIds: readonly string[]): Promise<Map<string, CourseValidityView[]>> {
    const byCourse = new Map<string, CourseValidityView[]>();
    if (courseIds.length === 0) return byCourse;
    const rows = await this.database.repo(CourseValidityEntity).findBy({ courseId: In([...courseIds]) });
    const names = rows.length > 0 ? await this.sectors.namesById() : new Map<string, string>();
    for (const { courseId, sectorId, months } of rows)
      byCourse.set(courseId, [
        ...(byCourse.get(courseId) ?? []),
        { sector: sectorId === null ? null : (names.get(sectorId) ?? null), months },
      ]);
    for (const list of byCourse.values())
      list.sort((one, other) => ((one.sector ?? '') < (other.sector ?? '') ? -1 : 1));
    return byCourse;
  }

  /** Makes these the own periods of a course. Refuses sectors that are not there, and one named twice. */
  async replace(courseId: string, wanted: readonly { sector?: string | null; months: number }[]): Promise<void> {
    const ids = new Map((await this.sectors.all()).map(({ id, name }) => [name, id]));
    const rows = wanted.map(({ sector, months }) => {
      const sectorId = sector ? ids.get(sector.trim()) : null;
      if (sectorId === undefined) throw invalid({ validities: `There is no sector called ${sector}` });
      return { id: newId(), courseId, sectorId, months };
    });
    if (new Set(rows.map(({ sectorId }) => sectorId)).size < rows.length)
      throw invalid({ validities: 'Give each sector one period' });
    await this.database.repo(CourseValidityEntity).delete({ courseId });
    if (rows.length > 0) await this.database.repo(CourseValidityEntity).insert(rows);
  }

  /** Reads the periods of a course once, and answers what says how many months hold for somebody; null is for ever. */
  async termsOf(
    course: Pick<CourseEntity, 'id' | 'validityMonths'>,
  ): Promise<(who: { sector: string; jobRole: string | null }) => number | null> {
    const own = (await this.of([course.id])).get(course.id) ?? [];
    const sectors = await this.sectors.all();
    const parentOf = new Map(
      sectors.map(({ name, parentId }) => [name, sectors.find(({ id }) => id === parentId)?.name]),
    );
    const terms = {
      months: course.validityMonths,
      bySector: new Map(own.flatMap(({ sector, months }) => (sector === null ? [] : [[sector, months] as const]))),
      designatedLeads: own.find(({ sector }) => sector === null)?.months ?? null,
      usual: await this.settings.read('courses.shortValidity', USUAL),
    };
    return ({ sector, jobRole }) => {
      const parent = parentOf.get(sector);
      return validityFor(terms, { sectors: parent === undefined ? [sector] : [sector, parent], jobRole });
    };
  }
}
