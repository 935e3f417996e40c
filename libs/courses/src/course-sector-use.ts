import type { SectorUse } from '@roundtable/agencies';
import type { Database } from '@roundtable/platform';
import { IsNull, Not } from 'typeorm';
import { CourseEntity } from './course.entity';

/** A course names the sectors it is for, so a new name of a sector goes with the courses. */
export function courseSectorUse(database: Database): SectorUse {
  const naming = async (sector: string): Promise<CourseEntity[]> => {
    const courses = await database.repo(CourseEntity).findBy({ audienceSectors: Not(IsNull()) });
    return courses.filter(({ audienceSectors }) => audienceSectors?.includes(sector));
  };
  return {
    what: 'courses',
    count: async ({ name }) => (await naming(name)).length,
    rename: async (from, to) => {
      for (const { id, audienceSectors } of await naming(from)) {
        const renamed = (audienceSectors ?? []).map((name) => (name === from ? to : name));
        await database.repo(CourseEntity).update({ id }, { audienceSectors: renamed });
      }
    },
  };
}
