/** That one course must come before another. */
export interface CourseOrder {
  courseId: string;
  requiredCourseId: string;
}

/** Whether requiring these courses would make a course its own prerequisite, by whatever way. */
export function wouldRequireItself(
  courseId: string,
  required: readonly string[],
  others: readonly CourseOrder[],
): boolean {
  const seen = new Set<string>();
  const open = [...required];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === courseId) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...others.filter((order) => order.courseId === next).map((order) => order.requiredCourseId));
  }
  return false;
}
