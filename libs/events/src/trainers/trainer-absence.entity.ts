import { Id, Reference, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { TrainerEntity } from './trainer.entity';

/** London dates, both inclusive, on which a trainer cannot train. Why is nobody's business. */
@Entity('trainer_absences')
export class TrainerAbsenceEntity {
  @Id()
  id: string;

  @Index()
  @Reference(() => TrainerEntity)
  trainerId: string;

  @Words(10)
  fromDate: string;

  @Words(10)
  toDate: string;
}
