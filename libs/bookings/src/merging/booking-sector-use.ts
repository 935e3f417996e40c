import type { SectorUse } from '@roundtable/agencies';
import { LIVE_BOOKING_STATUSES } from '@roundtable/contracts';
import { EventEntity } from '@roundtable/events';
import { type Database } from '@roundtable/platform';
import { In } from 'typeorm';
import { BookingEntity } from '../booking.entity';
import { EventInvitationEntity } from '../inviting/event-invitation.entity';

/** Places are counted by sector while a booking is live, so a new name goes with those; what is over keeps the old one. */
export function bookingSectorUse(database: Database): SectorUse {
  const live = (sector: string) => ({ sector, status: In([...LIVE_BOOKING_STATUSES]) });
  return {
    what: 'bookings',
    count: ({ name }) => database.repo(BookingEntity).countBy({ sector: name }),
    rename: async (from, to) => {
      const bookings = await database.repo(BookingEntity).find({ select: { eventId: true }, where: live(from) });
      for (const eventId of [...new Set(bookings.map((booking) => booking.eventId))].sort())
        await database.gate(EventEntity, eventId);
      await database.repo(BookingEntity).update(live(from), { sector: to });
      await database.repo(EventInvitationEntity).update({ sector: from }, { sector: to });
    },
  };
}
