import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CourseEntity } from '@roundtable/courses';
import {
  type DataSection,
  Database,
  type MergeParts,
  type MergeReach,
  Merges,
  PersonalData,
  type PersonalDataOwner,
  Retention,
  batchOf,
} from '@roundtable/platform';
import { In, LessThan, MoreThan } from 'typeorm';
import { CourseInterestDateEntity } from './course-interest-date.entity';
import { CourseInterestEntity } from './course-interest.entity';

const BATCH = 500;
const NOTHING: MergeParts = { moves: {}, conflicts: [] };

/** What reaches into the interest of people: their own data, merging, and for how long it is kept. */
@Injectable()
export class InterestsReach implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly personalData: PersonalData,
    private readonly merges: Merges,
    private readonly retention: Retention,
  ) {}

  onModuleInit(): void {
    this.personalData.register(this.owner());
    this.merges.register(this.reach());
    this.retention.register({
      name: 'bookings.interests',
      title: 'Which courses somebody wants to be told of, from when they asked',
      unit: 'months',
      usual: 24,
      overdue: async (before, start) => {
        const rows = await this.database.repo(CourseInterestEntity).find({
          where: { id: MoreThan(start), declaredAt: LessThan(before) },
          order: { id: 'ASC' },
          take: BATCH,
        });
        return batchOf(
          rows.map(({ id, personId, courseId }) => ({ id, reference: id, belongsTo: [personId, courseId] })),
          BATCH,
        );
      },
      erase: (ids) => this.letGo(ids),
    });
  }

  private owner(): PersonalDataOwner {
    const forget = async (personId: string): Promise<void> => {
      const own = await this.database.repo(CourseInterestEntity).findBy({ personId });
      await this.letGo(own.map(({ id }) => id));
    };
    return {
      name: 'interests',
      position: 31,
      covers: ['course_interests'],
      exportOf: (personId) => this.exportOf(personId),
      forget,
      withdrawConsents: forget,
    };
  }

  private async exportOf(personId: string): Promise<DataSection[]> {
    const rows = await this.database
      .repo(CourseInterestEntity)
      .find({ where: { personId }, order: { declaredAt: 'ASC' } });
    const courses = await this.database
      .repo(CourseEntity)
      .findBy({ id: In(['', ...rows.map(({ courseId }) => courseId)]) });
    const titles = new Map(courses.map(({ id, title }) => [id, title]));
    return [
      {
        title: 'Courses you want to be told of',
        note: 'You can end this at any time on My training.',
        rows: rows.map(({ courseId, area, delivery, declaredAt }) => ({
          Course: titles.get(courseId) ?? null,
          Area: area,
          Delivery: delivery,
          'Asked on': declaredAt,
        })),
      },
    ];
  }

  private reach(): MergeReach {
    const previewPerson = async (fromId: string): Promise<MergeParts> => ({
      moves: { interests: await this.database.repo(CourseInterestEntity).countBy({ personId: fromId }) },
      conflicts: [],
    });
    return {
      name: 'interests',
      position: 31,
      covers: ['course_interests.person_id'],
      previewAgency: () => Promise.resolve(NOTHING),
      mergeAgency: () => Promise.resolve(NOTHING),
      previewPerson,
      mergePerson: async (fromId, intoId) => {
        const parts = await previewPerson(fromId);
        const interests = this.database.repo(CourseInterestEntity);
        const own = await interests.findBy({ personId: fromId });
        const there = new Set((await interests.findBy({ personId: intoId })).map(({ courseId }) => courseId));
        await this.letGo(own.filter(({ courseId }) => there.has(courseId)).map(({ id }) => id));
        await interests.update({ personId: fromId }, { personId: intoId });
        return parts;
      },
    };
  }

  private async letGo(ids: readonly string[]): Promise<void> {
    if (!ids.length) return;
    await this.database.repo(CourseInterestDateEntity).delete({ interestId: In([...ids]) });
    await this.database.repo(CourseInterestEntity).delete({ id: In([...ids]) });
  }
}
