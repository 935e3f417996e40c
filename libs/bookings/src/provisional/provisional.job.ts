import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PrerequisitesService } from '@roundtable/courses';
import { EventEntity } from '@roundtable/events';
import { Clock, Database, Jobs } from '@roundtable/platform';
import { BookingEntity } from '../booking.entity';
import { ProvisionalService } from './provisional.service';

/** Once an hour: whoever has a place and still something to complete is found, reminded, and in time released. */
@Injectable()
export class ProvisionalJob implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly prerequisites: PrerequisitesService,
    private readonly provisional: ProvisionalService,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'bookings.provisional', everySeconds: 3600, run: () => this.run() });
  }

  async run(): Promise<void> {
    const coming = await this.database
      .repo(EventEntity)
      .createQueryBuilder('event')
      .select(['event.id AS id', 'event.courseId AS courseId'])
      .where("event.status = 'published' AND event.startsAt > :now", { now: this.clock.now() })
      .andWhere((query) => {
        const taken = query
          .subQuery()
          .select('1')
          .from(BookingEntity, 'booking')
          .where("booking.eventId = event.id AND booking.status = 'confirmed'")
          .getQuery();
        return `EXISTS ${taken}`;
      })
      .getRawMany<{ id: string; courseId: string }>();
    const required = await this.prerequisites.prerequisitesOf([...new Set(coming.map(({ courseId }) => courseId))]);
    for (const { id, courseId } of coming)
      if ((required.get(courseId)?.length ?? 0) > 0) await this.provisional.tend(id);
  }
}
