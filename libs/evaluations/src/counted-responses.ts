import { BookingEntity, RegisterEntity } from '@roundtable/bookings';
import { EventEntity } from '@roundtable/events';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** Keeps, of rows that have a `response`, what delegates said themselves: not what their line managers said. */
export function ofDelegates<Row extends ObjectLiteral>(rows: SelectQueryBuilder<Row>): SelectQueryBuilder<Row> {
  return rows.andWhere("response.mode <> 'line-manager'");
}

/**
 * Keeps, of rows that have a `response`, those that enter figures: sent in time, of people with a confirmed booking or
 * imported, and once the register is closed of people who were there. Joins `event`, `booking` and `register`.
 */
export function counted<Row extends ObjectLiteral>(rows: SelectQueryBuilder<Row>): SelectQueryBuilder<Row> {
  return rows
    .innerJoin(EventEntity, 'event', 'event.id = response.eventId')
    .leftJoin(
      BookingEntity,
      'booking',
      "booking.eventId = response.eventId AND booking.personId = response.personId AND booking.status = 'confirmed'",
    )
    .leftJoin(RegisterEntity, 'register', 'register.eventId = response.eventId')
    .andWhere('response.sentAt IS NOT NULL AND response.isLate = :late', { late: false })
    .andWhere("event.status <> 'cancelled'")
    .andWhere('(response.bookingId IS NULL OR booking.id IS NOT NULL)')
    .andWhere("(register.id IS NULL OR booking.attendance IN ('attended', 'partly_attended'))");
}
