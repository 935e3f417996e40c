import { Entity } from 'typeorm';
import { Id, Instant, Words } from '../../database';

/** An address that mail came back from: nothing but mail that proves an address goes there. */
@Entity('bounced_addresses')
export class BouncedAddressEntity {
  @Id()
  id: string;

  /** Lower case. */
  @Words(254, { unique: true })
  address: string;

  /** What the mail server said, between quotation marks. */
  @Words(200)
  said: string;

  /** Real time. */
  @Instant()
  markedAt: Date;
}
