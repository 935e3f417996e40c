import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@roundtable/platform';
import { IsNull } from 'typeorm';
import { TeamPlaceEntity } from './team-place.entity';

/** Ending every team place of an event that is cancelled: there is no line to serve. */
@Injectable()
export class TeamPlacesRelease {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async endAll(eventId: string): Promise<void> {
    await this.database
      .repo(TeamPlaceEntity)
      .update({ eventId, releasedAt: IsNull() }, { releasedAt: this.clock.now() });
  }
}
