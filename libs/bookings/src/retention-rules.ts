import { EventEntity, EventSessionEntity } from '@roundtable/events';
import { type Database, type RetentionRule, batchOf } from '@roundtable/platform';
import { In, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { BookingEntity } from './booking.entity';
import { JoinClickEntity } from './joining/join-click.entity';
import { AccessNeedTaskEntity } from './needs/access-need-task.entity';
import { AccessNeedEntity } from './needs/access-need.entity';
import { RegisterMarkEntity } from './register-mark.entity';

const BATCH = 500;

interface FoundRow {
  id: string;
  reference: string;
  bookingId: string;
  personId: string;
  eventId: string;
  agencyId: string;
}

/** Rows that hang on a booking, with what a hold on it may name. */
async function ofBookings<Row extends ObjectLiteral>(rows: SelectQueryBuilder<Row>, key: string, start: string) {
  const found = await rows
    .select(`${key} AS id`)
    .addSelect(['booking.reference AS reference', 'booking.id AS bookingId', 'booking.personId AS personId'])
    .addSelect(['booking.eventId AS eventId', 'booking.agencyId AS agencyId'])
    .andWhere(`${key} > :start`, { start })
    .orderBy(key, 'ASC')
    .limit(BATCH)
    .getRawMany<FoundRow>();
  return batchOf(
    found.map(({ id, reference, bookingId, personId, eventId, agencyId }) => ({
      id,
      reference,
      belongsTo: [bookingId, personId, eventId, agencyId],
    })),
    BATCH,
  );
}

/** What is kept of bookings for a shorter time than the booking. */
export function bookingRules(database: Database): RetentionRule[] {
  return [
    {
      name: 'bookings.end-reasons',
      title: 'Why a booking was cancelled or ended, from when it ended',
      unit: 'months',
      usual: 12,
      overdue: (before, start) =>
        ofBookings(
          database
            .repo(BookingEntity)
            .createQueryBuilder('booking')
            .where('booking.endReason IS NOT NULL AND booking.endedAt < :before', { before }),
          'booking.id',
          start,
        ),
      async erase(ids) {
        await database.repo(BookingEntity).update({ id: In([...ids]) }, { endReason: null });
      },
    },
    {
      name: 'bookings.absence-reasons',
      title: 'Why somebody said that they were absent, from when they said it',
      unit: 'months',
      usual: 12,
      overdue: (before, start) =>
        ofBookings(
          database
            .repo(BookingEntity)
            .createQueryBuilder('booking')
            .where('booking.absenceReason IS NOT NULL AND booking.absenceReasonAt < :before', { before }),
          'booking.id',
          start,
        ),
      async erase(ids) {
        await database.repo(BookingEntity).update({ id: In([...ids]) }, { absenceReason: null });
      },
    },
    {
      name: 'bookings.minutes',
      title: 'For how many minutes somebody was present, from the end of the session',
      unit: 'months',
      usual: 12,
      overdue: (before, start) =>
        ofBookings(
          database
            .repo(RegisterMarkEntity)
            .createQueryBuilder('mark')
            .innerJoin(BookingEntity, 'booking', 'booking.id = mark.bookingId')
            .innerJoin(EventSessionEntity, 'session', 'session.id = mark.sessionId')
            .where('mark.minutes IS NOT NULL AND session.endsAt < :before', { before }),
          'mark.id',
          start,
        ),
      async erase(ids) {
        await database.repo(RegisterMarkEntity).update({ id: In([...ids]) }, { minutes: null });
      },
    },
    {
      name: 'bookings.access-needs',
      title: 'What somebody needs to take part, from the end of the event',
      unit: 'days',
      usual: 30,
      overdue: (before, start) =>
        ofBookings(
          database
            .repo(AccessNeedEntity)
            .createQueryBuilder('need')
            .innerJoin(BookingEntity, 'booking', 'booking.id = need.bookingId')
            .innerJoin(EventEntity, 'event', 'event.id = booking.eventId')
            .where('event.endsAt < :before', { before }),
          'need.id',
          start,
        ),
      async erase(ids) {
        const needs = await database.repo(AccessNeedEntity).findBy({ id: In([...ids]) });
        await database.repo(AccessNeedTaskEntity).delete({ bookingId: In(needs.map(({ bookingId }) => bookingId)) });
        await database.repo(AccessNeedEntity).delete({ id: In([...ids]) });
      },
    },
    {
      name: 'bookings.join-clicks',
      title: 'When somebody opened an online event, from then',
      unit: 'months',
      usual: 12,
      overdue: (before, start) =>
        ofBookings(
          database
            .repo(JoinClickEntity)
            .createQueryBuilder('click')
            .innerJoin(BookingEntity, 'booking', 'booking.id = click.bookingId')
            .where('click.clickedAt < :before', { before }),
          'click.id',
          start,
        ),
      async erase(ids) {
        await database.repo(JoinClickEntity).delete({ id: In([...ids]) });
      },
    },
  ];
}
