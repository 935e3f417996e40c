import { BookingEntity } from '@roundtable/bookings';
import { Id, Instant, Reference, Words, newId, newReference } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';

/** Proof of attendance, with a code that anybody can check. */
@Entity('certificates')
export class CertificateEntity {
  @Id()
  id: string;

  @Index({ unique: true })
  @Reference(() => BookingEntity)
  bookingId: string;

  @Words(20, { unique: true })
  code: string;

  @Words(200)
  printedName: string;

  @Instant()
  issuedAt: Date;

  @Instant({ nullable: true })
  withdrawnAt: Date | null;

  /** When its delegate was told that it is ready; empty where they fetched it before that. */
  @Instant({ nullable: true })
  toldAt: Date | null;

  /** When its delegate was told that it holds no longer; empty while it holds. */
  @Instant({ nullable: true })
  withdrawalToldAt: Date | null;

  /** A certificate of a booking; the name stays as it is now. */
  static issue(bookingId: string, printedName: string, now: Date): CertificateEntity {
    return Object.assign(new CertificateEntity(), {
      id: newId(),
      bookingId,
      code: newReference('RT'),
      printedName,
      issuedAt: now,
      withdrawnAt: null,
      toldAt: null,
      withdrawalToldAt: null,
    });
  }
}
