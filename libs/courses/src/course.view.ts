import type { CourseView, OutcomeStatementView, PrerequisiteView } from '@roundtable/contracts';
import type { CourseDetail } from './course-details.queries';
import type { CourseEntity } from './course.entity';
import type { OutcomeStatementEntity } from './outcome-statement.entity';

export function outcomeStatementView({ id, stem, wording }: OutcomeStatementEntity): OutcomeStatementView {
  return { id, stem, wording };
}

export function courseView(
  course: CourseEntity,
  prerequisites: PrerequisiteView[],
  statements: OutcomeStatementEntity[],
  details: CourseDetail,
): CourseView {
  return {
    id: course.id,
    code: course.code,
    slug: course.slug,
    title: course.title,
    kind: course.kind,
    summary: course.summary,
    aims: course.aims,
    audience: course.audience,
    audienceSectors: course.audienceSectors ?? [],
    level: course.level,
    topic: course.topic,
    topics: details.topics,
    hours: course.minutes === null ? null : course.minutes / 60,
    status: course.status,
    validityMonths: course.validityMonths,
    validities: details.validities,
    prerequisitePolicy: course.prerequisitePolicy,
    isSeries: course.isSeries,
    prerequisites,
    outcomeStatements: statements.map(outcomeStatementView),
    learningSources: details.learningSources,
    guidanceEditions: details.guidanceEditions,
    isToReview: details.guidanceEditions.some(({ isNewest }) => !isNewest),
    alternatives: details.alternatives,
    demonstration: course.isDemonstration,
  };
}
