import type { CourseView } from '@roundtable/contracts';
import type { TransformData } from 'react-admin';

/** A course as the form shows it: modules and editions by their ids. */
export type CourseForm = CourseView & { prerequisiteModuleIds: string[]; guidanceEditionIds: string[] };

export function courseForm(course: CourseView): CourseForm {
  return {
    ...course,
    prerequisiteModuleIds: course.prerequisites.filter(({ kind }) => kind === 'module').map(({ id }) => id),
    guidanceEditionIds: course.guidanceEditions.map(({ id }) => id),
  };
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  [...one].sort().join() === [...other].sort().join();

/** What was chosen travels only where it differs from what is stored; a period without a sector is the designated leads'. */
export const asChange: TransformData = (data: CourseForm, { previousData }: { previousData?: CourseView } = {}) => {
  const { prerequisiteModuleIds, guidanceEditionIds, validities, ...course } = data;
  const stored = courseForm(previousData ?? data);
  const periods = validities.map(({ sector, months }) => ({ sector: sector || null, months }));
  return {
    ...course,
    ...(JSON.stringify(periods) === JSON.stringify(stored.validities) ? {} : { validities: periods }),
    ...(isSame(prerequisiteModuleIds, stored.prerequisiteModuleIds) ? {} : { prerequisiteModuleIds }),
    ...(isSame(guidanceEditionIds, stored.guidanceEditionIds) ? {} : { guidanceEditionIds }),
  };
};
