import { BookingEntity } from '@roundtable/bookings';
import { Id, Instant, Reference, Whole, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';

/** Proof of attendance, with a code that anybody can check. */
@Entity('certificates')
@Index(['bookingId', 'issue'], { unique: true })
export class CertificateEntity {
  @Id()
  id: string;

  @Reference(() => BookingEntity)
  bookingId: string;

  /** The one issued last is the certificate; a change of name issues another, and replaces those before it. */
  @Whole({ default: 1 })
  issue: number;

  @Words(20, { unique: true })
  code: string;

  @Words(200)
  printedName: string;

  @Instant()
  issuedAt: Date;

  @Instant({ nullable: true })
  withdrawnAt: Date | null;
}
