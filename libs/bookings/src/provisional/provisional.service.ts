import { Injectable } from '@nestjs/common';
import type { MissingPrerequisite } from '@roundtable/contracts';
import { EventEntity } from '@roundtable/events';
import { Audit, Clock, Database, SYSTEM, Settings, WorkingTime } from '@roundtable/platform';
import { ReleasingService } from '../by-staff/releasing.service';
import { BookingRequests } from '../booking-requests.service';
import { BookingEntity } from '../booking.entity';
import { ProvisionalMails } from './provisional.mails';
import { releasedAt, reminderDue } from './provisional-rules';

/** Whether places that are late with what must come first are given back by themselves; off where nobody switched it on. */
export const RELEASE_BY_ITSELF = 'bookings.releaseByItself';

/** Confirmed places whose holders still have to complete something: flagged, reminded, released. */
@Injectable()
export class ProvisionalService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly settings: Settings,
    private readonly requests: BookingRequests,
    private readonly releasing: ReleasingService,
    private readonly mails: ProvisionalMails,
    private readonly workingTime: WorkingTime,
  ) {}

  /**
   * Looks again at what everybody with a place on the event still has to complete: flags whoever lost something, with
   * the same deadlines, and clears whoever completed it. Call only after the event's gate. Answers what is missing.
   */
  async recheck(event: EventEntity): Promise<Map<string, MissingPrerequisite[]>> {
    const bookings = await this.database.repo(BookingEntity).findBy({ eventId: event.id, status: 'confirmed' });
    const missing = await this.requests.missingForEach(
      event,
      bookings.map(({ personId }) => personId),
    );
    for (const booking of bookings) {
      const list = missing.get(booking.personId) ?? [];
      const until = await this.requests.provisionalUntil(event, list);
      if (until?.getTime() === booking.provisionalUntil?.getTime()) continue;
      const isNew = booking.provisionalUntil === null;
      await this.database
        .repo(BookingEntity)
        .update({ id: booking.id }, { provisionalUntil: until, releaseNoticeAt: null });
      await this.audit.record(SYSTEM, {
        action: 'booking.recheck',
        subjectKind: 'booking',
        subjectId: booking.id,
        before: { provisionalUntil: booking.provisionalUntil?.toISOString() ?? null },
        after: { provisionalUntil: until?.toISOString() ?? null },
      });
      if (until && isNew) await this.mails.outstanding(booking, list, `lost-${until.getTime()}`);
    }
    return missing;
  }

  /**
   * Rechecks, reminds, and gives notice and releases where that is switched on; where there is no time left for the
   * notice, staff release by hand. One transaction an event.
   */
  async tend(eventId: string): Promise<void> {
    const releasesByItself = await this.settings.read(RELEASE_BY_ITSELF, false);
    const late = await this.database.transaction(async () => {
      await this.database.gate(EventEntity, eventId);
      const event = await this.database.repo(EventEntity).findOneByOrFail({ id: eventId });
      const now = this.clock.now();
      if (event.status !== 'published' || event.startsAt === null || event.hasStarted(now)) return [];
      const missing = await this.recheck(event);
      const provisional = (await this.database.repo(BookingEntity).findBy({ eventId, status: 'confirmed' })).filter(
        ({ provisionalUntil }) => provisionalUntil !== null,
      );
      const due: string[] = [];
      const closureDays = await this.workingTime.closureDays();
      for (const booking of provisional) {
        const list = missing.get(booking.personId) ?? [];
        const until = booking.provisionalUntil ?? now;
        const reminder = reminderDue(now, event.startsAt, until);
        if (reminder) await this.mails.outstanding(booking, list, `${reminder}-${event.startsAt.getTime()}`);
        else if (releasesByItself && now >= until) {
          const { releaseNoticeAt } = booking;
          const at = releasedAt(releaseNoticeAt ?? now, closureDays);
          if (releaseNoticeAt !== null && now >= at) due.push(booking.id);
          else if (releaseNoticeAt === null && at < event.startsAt) {
            await this.database.repo(BookingEntity).update({ id: booking.id }, { releaseNoticeAt: now });
            await this.mails.releaseNotice(booking, list, at);
          }
        }
      }
      return due;
    });
    for (const id of late)
      await this.releasing.release(SYSTEM, id, 'Something that comes before the training was not completed');
  }
}
