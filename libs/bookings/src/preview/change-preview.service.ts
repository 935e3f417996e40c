import type { ChangePreview, EventChange } from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import { EventTrainerEntity } from '@roundtable/events';
import { type Actor, Database, MessageEntity } from '@roundtable/platform';
import { In } from 'typeorm';
import { BookingEntity } from '../booking.entity';
import { EventPlacesService } from '../event-places.service';
import { dryRun } from './dry-run';

/** Who would be told what by a change of an event, before it is saved. */
@Injectable()
export class ChangePreviewService {
  constructor(
    private readonly database: Database,
    private readonly places: EventPlacesService,
  ) {}

  /** Makes the change, reads the mails that it wrote, and takes all of it back. Refuses what the change would refuse. */
  async of(actor: Actor, eventId: string, wanted: EventChange): Promise<ChangePreview> {
    return dryRun(this.database, async () => {
      const bookings = await this.database.repo(BookingEntity).findBy({ eventId });
      const trainers = await this.database.repo(EventTrainerEntity).findBy({ eventId });
      const regarding = In([...bookings, ...trainers].map(({ id }) => id));
      const messages = this.database.repo(MessageEntity);
      const before = new Set((await messages.find({ select: { id: true }, where: { regarding } })).map(({ id }) => id));
      const { isTimeChanged, isPlaceChanged } = await this.places.change(actor, eventId, wanted);
      const written = (await messages.findBy({ regarding })).filter(({ id }) => !before.has(id));
      return {
        isTimeChanged,
        isPlaceChanged,
        told: written
          .map(({ personId, toName, kind, subject }) => ({ practitionerId: personId, name: toName, kind, subject }))
          .sort((one, other) => one.name.localeCompare(other.name)),
      };
    });
  }
}
