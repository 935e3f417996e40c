import { AgencyEntity } from '@roundtable/agencies';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventEntity } from '@roundtable/events';
import { Audit, Clock, Database, Jobs, SYSTEM, WorkingTime } from '@roundtable/platform';
import { In, IsNull } from 'typeorm';
import { BookingEntity } from '../booking.entity';
import { PlacesQueries } from '../places.queries';
import { daysOffFor } from '../working-time-rules';
import { ApprovalMails } from './approval.mails';
import { remindedAt, unansweredAt } from './approval-rules';
import { ApprovalsService } from './approvals.service';

const NOT_ANSWERED = 'Nobody answered the request for approval in time';

/** Requests that nobody answers: reminded once, and then on the staff's list, declined or passed, as the agency chose. */
@Injectable()
export class ApprovalsJob implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly approvals: ApprovalsService,
    private readonly mails: ApprovalMails,
    private readonly places: PlacesQueries,
    private readonly workingTime: WorkingTime,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'bookings.approvals', everySeconds: 900, run: () => this.run() });
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    const asked = await this.database.repo(BookingEntity).find({
      where: { status: 'awaiting_approval', approverKind: In(['lead', 'manager']) },
      order: { approvalAskedAt: 'ASC' },
      take: 500,
    });
    const agencies = await this.database
      .repo(AgencyEntity)
      .findBy({ id: In(['', ...asked.map(({ agencyId }) => agencyId)]) });
    const choice = new Map(agencies.map(({ id, unansweredApproval }) => [id, unansweredApproval ?? 'staff']));
    const closureDays = await this.workingTime.closureDays();
    const schoolHolidays = await this.workingTime.schoolHolidays();
    for (const booking of asked) {
      const askedAt = booking.approvalAskedAt ?? booking.requestedAt;
      const daysOff = daysOffFor(await this.places.sectorAndParent(booking.sector), closureDays, schoolHolidays);
      if (now >= unansweredAt(askedAt, daysOff)) await this.giveUp(booking, choice.get(booking.agencyId) ?? 'staff');
      else if (booking.approvalRemindedAt === null && now >= remindedAt(askedAt, daysOff)) await this.remind(booking);
    }
  }

  private async remind(booking: BookingEntity): Promise<void> {
    await this.database.transaction(async () => {
      const done = await this.database
        .repo(BookingEntity)
        .update(
          { id: booking.id, status: 'awaiting_approval', approvalRemindedAt: IsNull() },
          { approvalRemindedAt: this.clock.now() },
        );
      if (done.affected) await this.mails.reminded(booking);
    });
  }

  private async giveUp(booking: BookingEntity, choice: 'staff' | 'decline' | 'pass'): Promise<void> {
    if (choice === 'decline') return this.approvals.decline(SYSTEM, booking.id, NOT_ANSWERED);
    if (choice === 'pass') return this.approvals.approve(SYSTEM, booking.id);
    await this.database.transaction(async () => {
      await this.database.gate(EventEntity, booking.eventId);
      const done = await this.database
        .repo(BookingEntity)
        .update({ id: booking.id, status: 'awaiting_approval' }, { approverKind: 'staff' });
      if (!done.affected) return;
      await this.audit.record(SYSTEM, {
        action: 'booking.pass-to-staff',
        subjectKind: 'booking',
        subjectId: booking.id,
        before: { approverKind: booking.approverKind },
        after: { approverKind: 'staff' },
        reason: NOT_ANSWERED,
      });
    });
  }
}
