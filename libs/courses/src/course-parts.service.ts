import { Injectable } from '@nestjs/common';
import type { CourseChange, NewCourse } from '@roundtable/contracts';
import { GuidanceService } from '@roundtable/elearning';
import { CourseTopics } from './course-topics.service';
import { CourseValidities } from './course-validities.service';
import type { CourseEntity } from './course.entity';
import { LearningSourcesService } from './learning-sources.service';
import { OutcomeStatementsService } from './outcome-statements.service';
import { PrerequisitesService } from './prerequisites.service';

/** Writes what is kept of a course beside its own row. Runs in the transaction of whoever writes the row. */
@Injectable()
export class CoursePartsService {
  constructor(
    private readonly statements: OutcomeStatementsService,
    private readonly prerequisites: PrerequisitesService,
    private readonly topics: CourseTopics,
    private readonly validities: CourseValidities,
    private readonly sources: LearningSourcesService,
    private readonly guidance: GuidanceService,
  ) {}

  /** The parts of a new course; without outcome statements it asks for knowledge of its title. */
  async add(course: CourseEntity, wanted: NewCourse): Promise<void> {
    if (!wanted.outcomeStatements?.length) await this.statements.addDefault(course.id, course.title);
    const { outcomeStatements, ...others } = wanted;
    await this.replace(course.id, outcomeStatements?.length ? wanted : others);
  }

  /** Writes the parts that are given, each whole. */
  async replace(courseId: string, wanted: CourseChange): Promise<void> {
    if (wanted.outcomeStatements) await this.statements.replace(courseId, wanted.outcomeStatements);
    await this.prerequisites.replace(courseId, {
      moduleIds: wanted.prerequisiteModuleIds ?? undefined,
      courseIds: wanted.prerequisiteCourseIds ?? undefined,
    });
    if (wanted.topics) await this.topics.replace(courseId, wanted.topics);
    else if (wanted.topic !== undefined) await this.topics.replace(courseId, wanted.topic ? [wanted.topic] : []);
    if (wanted.validities) await this.validities.replace(courseId, wanted.validities);
    if (wanted.learningSourceIds) await this.sources.replace(courseId, wanted.learningSourceIds);
    if (wanted.guidanceEditionIds) await this.guidance.teach({ courseId }, wanted.guidanceEditionIds);
  }
}
