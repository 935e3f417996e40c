import { BookingEntity } from '@roundtable/bookings';
import { Id, Instant, Reference, Whole, Words, newId, newReference } from '@roundtable/platform';
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

  /** When its delegate was told that it is ready; empty where they fetched it before that. */
  @Instant({ nullable: true })
  toldAt: Date | null;

  /** When its delegate was told that it holds no longer; empty while it holds. */
  @Instant({ nullable: true })
  withdrawalToldAt: Date | null;

  /** A certificate of a booking; the name stays as it is now. Who asks for another after a change of name knows of it. */
  static issue(
    bookingId: string,
    printedName: string,
    now: Date,
    former: CertificateEntity | null = null,
  ): CertificateEntity {
    return Object.assign(new CertificateEntity(), {
      id: newId(),
      bookingId,
      issue: (former?.issue ?? 0) + 1,
      code: newReference('RT'),
      printedName,
      issuedAt: now,
      withdrawnAt: null,
      toldAt: former ? now : null,
      withdrawalToldAt: null,
    });
  }
}
