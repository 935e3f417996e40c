import { AgencyEntity } from '@roundtable/agencies';
import { BookingEntity, RegisterEntity } from '@roundtable/bookings';
import { PersonEntity } from '@roundtable/people';
import type { Database } from '@roundtable/platform';
import type { SelectQueryBuilder } from 'typeorm';

/**
 * Who is asked what they learnt at an event, for the office: everybody confirmed, by name; once the register is closed,
 * whoever was there. Selects `bookingId`, `name` and `agencyName`.
 */
export function peopleOfEvent(database: Database, eventId: string): SelectQueryBuilder<BookingEntity> {
  return database
    .repo(BookingEntity)
    .createQueryBuilder('booking')
    .innerJoin(PersonEntity, 'person', 'person.id = booking.personId')
    .innerJoin(AgencyEntity, 'agency', 'agency.id = booking.agencyId')
    .leftJoin(RegisterEntity, 'register', 'register.eventId = booking.eventId')
    .select(['booking.id AS bookingId', 'person.name AS name', 'agency.name AS agencyName'])
    .where("booking.eventId = :eventId AND booking.status = 'confirmed'", { eventId })
    .andWhere("(register.id IS NULL OR booking.attendance IN ('attended', 'partly_attended'))")
    .orderBy('person.nameKey')
    .addOrderBy('booking.id');
}
