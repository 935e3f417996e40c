import { Inject, Injectable } from '@nestjs/common';
import { type OutsideAttendanceView, paths } from '@roundtable/contracts';
import { PersonEntity } from '@roundtable/people';
import { CONFIG, type Config, Database, Outbox, dateInWords, filled } from '@roundtable/platform';
import { OUTSIDE_ACCEPTED, OUTSIDE_DECLINED } from './outside-attendance.templates';

/** What somebody is told of an attendance they declared. */
@Injectable()
export class OutsideAttendanceMails {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** That it was accepted or declined; `time` tells one decision about it from the next. */
  async decided(attendance: OutsideAttendanceView, time: number): Promise<void> {
    const { email } = await this.database.repo(PersonEntity).findOneByOrFail({ id: attendance.practitionerId });
    if (email === null) return;
    const isAccepted = attendance.state === 'accepted';
    const facts = [
      { label: 'Training', value: attendance.title },
      { label: 'Provider', value: attendance.provider },
      { label: 'Attended on', value: dateInWords(attendance.attendedOn) },
    ];
    const words = { training: attendance.title, reason: attendance.reason ?? '' };
    const url = (path: string) => `${this.config.publicUrl}${path}`;
    await this.outbox.write({
      kind: isAccepted ? 'outside-attendance-accepted' : 'outside-attendance-declined',
      regarding: attendance.id,
      occurrence: String(time),
      to: { personId: attendance.practitionerId, name: attendance.practitionerName, address: email },
      letter: isAccepted
        ? filled(OUTSIDE_ACCEPTED, words, { facts, url: url(paths.myTraining) })
        : filled(OUTSIDE_DECLINED, words, {
            facts,
            url: url(paths.otherProviderEvent({ id: attendance.otherProviderEventId })),
          }),
    });
  }
}
