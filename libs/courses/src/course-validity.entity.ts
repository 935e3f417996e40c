import { SectorEntity } from '@roundtable/agencies';
import { Id, Reference, Whole } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { CourseEntity } from './course.entity';

/** How long what was learnt stays valid for people of one sector; without a sector, for designated leads. */
@Entity('course_validities')
@Index(['courseId', 'sectorId'], { unique: true })
export class CourseValidityEntity {
  @Id()
  id: string;

  @Reference(() => CourseEntity)
  courseId: string;

  @Reference(() => SectorEntity, { nullable: true })
  sectorId: string | null;

  @Whole()
  months: number;
}
