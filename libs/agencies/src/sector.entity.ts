import { Id, Reference, Whole, Words } from '@roundtable/platform';
import { Entity } from 'typeorm';

/** A kind of agency, on two levels, kept by the coordinator. */
@Entity('sectors')
export class SectorEntity {
  @Id()
  id: string;

  @Words(100, { unique: true })
  name: string;

  @Reference(() => SectorEntity, { nullable: true })
  parentId: string | null;

  @Whole()
  position: number;
}
