import { SectorEntity } from '@roundtable/agencies';
import { Id, Reference, Whole } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { EventEntity } from './event.entity';

/** Places kept for a sector until 00:00 London time a number of days before the first session. */
@Entity('kept_places')
@Index(['eventId', 'sectorId'], { unique: true })
export class KeptPlacesEntity {
  @Id()
  id: string;

  @Reference(() => EventEntity)
  eventId: string;

  @Reference(() => SectorEntity)
  sectorId: string;

  @Whole()
  places: number;

  @Whole()
  releaseDays: number;
}
