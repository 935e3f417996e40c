import { Inject, Injectable } from '@nestjs/common';
import { type OutsideAttendanceView, paths } from '@roundtable/contracts';
import { PersonEntity } from '@roundtable/people';
import { CONFIG, type Config, Database, Outbox, dateInWords } from '@roundtable/platform';

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
    await this.outbox.write({
      kind: isAccepted ? 'outside-attendance-accepted' : 'outside-attendance-declined',
      regarding: attendance.id,
      occurrence: String(time),
      to: { personId: attendance.practitionerId, name: attendance.practitionerName, address: email },
      letter: {
        subject: `${isAccepted ? 'Added to your training record' : 'Not added to your training record'}: ${attendance.title}`,
        opening: isAccepted
          ? ['You told us that you attended this training. We looked at the evidence and added it to your record.']
          : [
              'You told us that you attended this training. We could not add it to your record.',
              `Why: ${attendance.reason ?? ''}`,
            ],
        facts: [
          { label: 'Training', value: attendance.title },
          { label: 'Provider', value: attendance.provider },
          { label: 'Attended on', value: dateInWords(attendance.attendedOn) },
        ],
        action: isAccepted
          ? { label: 'See your training record', url: `${this.config.publicUrl}${paths.myTraining}` }
          : {
              label: 'Send other evidence',
              url: `${this.config.publicUrl}${paths.otherProviderEvent({ id: attendance.otherProviderEventId })}`,
            },
      },
    });
  }
}
