import { SectorEntity } from '@roundtable/agencies';
import { Id, Reference, Whole } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { EventEntity } from '../event.entity';

/** How many people staff hope for from a sector; it binds nobody. */
@Entity('expected_mix')
@Index(['eventId', 'sectorId'], { unique: true })
export class ExpectedMixEntity {
  @Id()
  id: string;

  @Reference(() => EventEntity)
  eventId: string;

  @Reference(() => SectorEntity)
  sectorId: string;

  @Whole()
  people: number;
}
