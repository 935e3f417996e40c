import { PersonEntity } from '@roundtable/people';
import { Id, Instant, Reference, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';

/** The address by which a person's calendar program fetches their bookings; its secret is shown once and kept as a hash. */
@Entity('calendar_addresses')
export class CalendarAddressEntity {
  @Id()
  id: string;

  @Index({ unique: true })
  @Reference(() => PersonEntity)
  personId: string;

  @Words(64, { unique: true })
  tokenHash: string;

  @Instant()
  madeAt: Date;
}
