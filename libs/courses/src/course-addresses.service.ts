import { Injectable } from '@nestjs/common';
import { Clock, Database, Problem, newId } from '@roundtable/platform';
import { CourseAddressEntity } from './course-address.entity';
import { CourseEntity } from './course.entity';

/** Short addresses: once published, an address leads to its course for good. */
@Injectable()
export class CourseAddresses {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Every address that a new course cannot have. */
  async taken(): Promise<Set<string>> {
    const present = await this.database.repo(CourseEntity).find({ select: { slug: true } });
    const former = await this.database.repo(CourseAddressEntity).find({ select: { slug: true } });
    return new Set([...present, ...former].map(({ slug }) => slug));
  }

  /** The id of the course that once had this address; null where none had. */
  async courseIdOf(slug: string): Promise<string | null> {
    return (await this.database.repo(CourseAddressEntity).findOneBy({ slug }))?.courseId ?? null;
  }

  /**
   * Makes room for a course's new address and keeps its present one, if it was ever published. Refuses an address that
   * another course has or had. Coming back to a former address of one's own is fine.
   */
  async move(course: CourseEntity, slug: string): Promise<void> {
    if (slug === course.slug) return;
    const addresses = this.database.repo(CourseAddressEntity);
    const former = await addresses.findOneBy({ slug });
    const present = await this.database.repo(CourseEntity).findOneBy({ slug });
    if (present || (former && former.courseId !== course.id)) throw addressTaken();
    if (former) await addresses.delete({ id: former.id });
    if (course.status !== 'draft')
      await addresses.insert({ id: newId(), slug: course.slug, courseId: course.id, leftAt: this.clock.now() });
  }
}

export function addressTaken(): Problem {
  return new Problem('courses.address-taken', { errors: { slug: 'There is already a course at this address' } });
}
