import { AgencyEntity } from '@roundtable/agencies';
import { BookingEntity } from '@roundtable/bookings';
import type { Area, FormStage } from '@roundtable/contracts';
import { EventEntity } from '@roundtable/events';
import { PersonEntity } from '@roundtable/people';
import { Id, Instant, Reference, Whole, Words, YesNo, newId } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { EvaluationFormEntity } from './forms/evaluation-form.entity';

/** Typed in from paper by staff, or answered in the room. */
export type ResponseSource = 'paper' | 'room';

/** What one delegate said at one stage of one event, or at 'line-manager' what their manager said of them. */
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
  mode: FormStage;

  @Instant({ nullable: true })
  sentAt: Date | null;

  /** Sent after the window: releases the certificate and enters no figure. */
  @YesNo()
  isLate: boolean;

  /** When a mail asked for it; empty where none did. */
  @Instant({ nullable: true })
  askedAt: Date | null;

  /** How many mails asked for it again; empty where none did. */
  @Whole({ nullable: true })
  chasers: number | null;

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

  /** The version of the form that it was answered on; empty where the course had none. */
  @Index()
  @Reference(() => EvaluationFormEntity, { nullable: true })
  formId: string | null;

  /** How it came in, other than by the delegate's own link. */
  @Words(10, { nullable: true })
  source: ResponseSource | null;

  /** When the delegate allowed that their words are quoted; empty where they did not. */
  @Instant({ nullable: true })
  quoteConsentAt: Date | null;

  /** Event, practitioner and mode as one text, by which the schema allows one response. */
  static keyOf(eventId: string, personId: string, mode: FormStage): string {
    return `${eventId}|${personId}|${mode}`;
  }

  /** A response that is not sent yet, of a delegate as the booking knows them. */
  static ofBooking(booking: BookingEntity, event: EventEntity, mode: FormStage, now: Date): ResponseEntity {
    return Object.assign(new ResponseEntity(), {
      id: newId(),
      uniqueKey: ResponseEntity.keyOf(booking.eventId, booking.personId, mode),
      eventId: booking.eventId,
      bookingId: booking.id,
      personId: booking.personId,
      mode,
      sentAt: null,
      isLate: false,
      askedAt: null,
      chasers: null,
      isDemonstration: event.isDemonstration,
      agencyId: booking.agencyId,
      sector: booking.sector,
      jobRole: booking.jobRole,
      area: booking.area,
      createdAt: now,
      formId: null,
      source: null,
      quoteConsentAt: null,
    });
  }
}
