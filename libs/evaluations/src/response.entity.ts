import { AgencyEntity } from '@roundtable/agencies';
import { BookingEntity } from '@roundtable/bookings';
import type { Area, MeasurementMode } from '@roundtable/contracts';
import { EventEntity } from '@roundtable/events';
import { PersonEntity } from '@roundtable/people';
import { Id, Instant, Reference, Words, YesNo, newId } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';

/** What one delegate said at one stage of one event. */
@Entity('responses')
@Index(['eventId', 'mode'])
@Index(['eventId', 'personId', 'mode'])
export class ResponseEntity {
  @Id()
  id: string;

  /** Event, practitioner and mode: one response. */
  @Words(120, { unique: true })
  uniqueKey: string;

  @Reference(() => EventEntity)
  eventId: string;

  /** Empty for history that was imported without bookings. */
  @Index()
  @Reference(() => BookingEntity, { nullable: true })
  bookingId: string | null;

  @Index()
  @Reference(() => PersonEntity)
  personId: string;

  @Words(20)
  mode: MeasurementMode;

  @Instant({ nullable: true })
  sentAt: Date | null;

  /** Sent after the window: releases the certificate and enters no figure. */
  @YesNo()
  isLate: boolean;

  @YesNo()
  isDemonstration: boolean;

  @Reference(() => AgencyEntity, { nullable: true })
  agencyId: string | null;

  @Words(100, { nullable: true })
  sector: string | null;

  @Words(120, { nullable: true })
  jobRole: string | null;

  @Words(10, { nullable: true })
  area: Area | null;

  @Instant()
  createdAt: Date;

  /** Event, practitioner and mode as one text, by which the schema allows one response. */
  static keyOf(eventId: string, personId: string, mode: MeasurementMode): string {
    return `${eventId}|${personId}|${mode}`;
  }

  /** A response that is not sent yet, of a delegate as the booking knows them. */
  static ofBooking(booking: BookingEntity, event: EventEntity, mode: MeasurementMode, now: Date): ResponseEntity {
    return Object.assign(new ResponseEntity(), {
      id: newId(),
      uniqueKey: ResponseEntity.keyOf(booking.eventId, booking.personId, mode),
      eventId: booking.eventId,
      bookingId: booking.id,
      personId: booking.personId,
      mode,
      sentAt: null,
      isLate: false,
      isDemonstration: event.isDemonstration,
      agencyId: booking.agencyId,
      sector: booking.sector,
      jobRole: booking.jobRole,
      area: booking.area,
      createdAt: now,
    });
  }
}
