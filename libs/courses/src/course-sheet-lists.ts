import { Injectable } from '@nestjs/common';
import { Database, newId } from '@roundtable/platform';
import { type Catalogue, listsByCourse } from './course-catalogue';
import { CourseLearningSourceEntity } from './course-learning-source.entity';
import { CoursePrerequisiteEntity } from './course-prerequisite.entity';
import { CourseTopics } from './course-topics.service';
import { LearningSourcesService } from './learning-sources.service';

/** The lists that a sheet gives of each course: what comes first, topics, learning sources. Each answers whether it changed. */
@Injectable()
export class CourseSheetLists {
  constructor(
    private readonly database: Database,
    private readonly topics: CourseTopics,
    private readonly learningSources: LearningSourcesService,
  ) {}

  async read(
    courseIds: readonly string[],
  ): Promise<Pick<Catalogue, 'prerequisites' | 'topics' | 'sources' | 'sourceIdByDescription'>> {
    const prerequisites = await this.database.repo(CoursePrerequisiteEntity).find({ order: { position: 'ASC' } });
    const sources = await this.database.repo(CourseLearningSourceEntity).find({ order: { position: 'ASC' } });
    return {
      prerequisites: listsByCourse(
        prerequisites.map((row) => [
          row.courseId,
          row.moduleId ? `module ${row.moduleId}` : `course ${row.requiredCourseId}`,
        ]),
      ),
      topics: await this.topics.of(courseIds),
      sources: listsByCourse(sources.map(({ courseId, sourceId }) => [courseId, sourceId])),
      sourceIdByDescription: await this.learningSources.idsByDescription(),
    };
  }

  async putPrerequisites(courseId: string, wanted: string[], catalogue: Catalogue): Promise<boolean> {
    if (!wanted.length || wanted.join() === (catalogue.prerequisites.get(courseId) ?? []).join()) return false;
    const prerequisites = this.database.repo(CoursePrerequisiteEntity);
    await prerequisites.delete({ courseId });
    await prerequisites.insert(
      wanted.map((key, position) => {
        const [kind, id] = key.split(' ') as ['module' | 'course', string];
        const moduleId = kind === 'module' ? id : null;
        return { id: newId(), courseId, kind, moduleId, requiredCourseId: moduleId ? null : id, position };
      }),
    );
    catalogue.prerequisites.set(courseId, wanted);
    return true;
  }

  /** A sheet names one topic: it becomes the first one, and the others stay. */
  async putTopic(courseId: string, topic: string | null, catalogue: Catalogue): Promise<boolean> {
    const there = catalogue.topics.get(courseId) ?? [];
    if (topic === null || there[0] === topic) return false;
    const wanted = [topic, ...there.filter((one) => one !== topic)];
    await this.topics.replace(courseId, wanted);
    catalogue.topics.set(courseId, wanted);
    return true;
  }

  /** A description that is known is the source it names; the same words never make a second one. */
  async putSources(courseId: string, wanted: string[], catalogue: Catalogue): Promise<boolean> {
    if (!wanted.length) return false;
    const ids = new Set<string>();
    for (const description of wanted) {
      const id =
        catalogue.sourceIdByDescription.get(description) ?? (await this.learningSources.addDescribed(description));
      catalogue.sourceIdByDescription.set(description, id);
      ids.add(id);
    }
    if ([...ids].join() === (catalogue.sources.get(courseId) ?? []).join()) return false;
    await this.learningSources.replace(courseId, [...ids]);
    catalogue.sources.set(courseId, [...ids]);
    return true;
  }
}
