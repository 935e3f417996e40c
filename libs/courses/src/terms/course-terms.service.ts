import { Injectable } from '@nestjs/common';
import type { CourseTerms, CourseTermsView } from '@roundtable/contracts';
import { type Actor, Audit, Database, changedFields, invalid, newId } from '@roundtable/platform';
import { In } from 'typeorm';
import { CourseEntity } from '../course.entity';
import { CourseQueries } from '../courses.queries';
import { CourseFeeEntity } from './course-fee.entity';

/** What a place on a course costs and until when cancelling is free, unless an event says otherwise. */
@Injectable()
export class CourseTermsService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly courses: CourseQueries,
  ) {}

  async of(actor: Actor, key: string): Promise<CourseTermsView> {
    return this.viewOf(await this.courses.byKey(actor, key));
  }

  async viewOf({ id, freeCancellationWorkingDays, costCode }: CourseEntity): Promise<CourseTermsView> {
    const fees = (await this.feesOf([id])).get(id) ?? [];
    return {
      courseId: id,
      fees: fees.map(({ feeType, pence, chargePence }) => ({ feeType, pence, chargePence })),
      freeCancellationWorkingDays,
      costCode,
    };
  }

  /** The amounts of courses, by course; every course asked about has an entry. */
  async feesOf(courseIds: readonly string[]): Promise<Map<string, CourseFeeEntity[]>> {
    const byCourse = new Map(courseIds.map((id): [string, CourseFeeEntity[]] => [id, []]));
    if (!byCourse.size) return byCourse;
    const rows = await this.database
      .repo(CourseFeeEntity)
      .find({ where: { courseId: In([...byCourse.keys()]) }, order: { feeType: 'ASC' } });
    for (const row of rows) byCourse.get(row.courseId)?.push(row);
    return byCourse;
  }

  /** Sets what is given; fees are given whole. Events that say nothing of their own follow at once. Refuses a fee type named twice. */
  async change(actor: Actor, key: string, terms: CourseTerms): Promise<CourseTermsView> {
    return this.database.transaction(async () => {
      const course = await this.courses.byKey(actor, key);
      const before = await this.viewOf(course);
      if (terms.fees) await this.replaceFees(course.id, terms.fees);
      const columns = {
        ...(terms.freeCancellationWorkingDays !== undefined && {
          freeCancellationWorkingDays: terms.freeCancellationWorkingDays,
        }),
        ...(terms.costCode !== undefined && { costCode: terms.costCode?.trim() || null }),
      };
      if (Object.keys(columns).length) {
        Object.assign(course, columns);
        await this.database.repo(CourseEntity).update({ id: course.id }, columns);
      }
      const view = await this.viewOf(course);
      await this.audit.record(actor, {
        action: 'course.set-terms',
        subjectKind: 'course',
        subjectId: course.id,
        ...changedFields(before, view),
      });
      return view;
    });
  }

  private async replaceFees(courseId: string, fees: NonNullable<CourseTerms['fees']>): Promise<void> {
    if (new Set(fees.map(({ feeType }) => feeType)).size < fees.length)
      throw invalid({ fees: 'Give one fee for each fee type' });
    await this.database.repo(CourseFeeEntity).delete({ courseId });
    if (fees.length)
      await this.database.repo(CourseFeeEntity).insert(
        fees.map(({ feeType, pence, chargePence }) => ({
          id: newId(),
          courseId,
          feeType,
          pence,
          chargePence: chargePence ?? 0,
        })),
      );
  }
}
