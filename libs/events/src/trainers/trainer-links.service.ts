import { randomInt } from 'node:crypto';
import { CourseEntity } from '@roundtable/courses';
import { Inject, Injectable } from '@nestjs/common';
import { type TrainerCodeView, paths } from '@roundtable/contracts';
import { PersonEntity } from '@roundtable/people';
import {
  type Actor,
  Audit,
  CONFIG,
  Clock,
  type Config,
  Database,
  Links,
  Outbox,
  Problem,
  Throttle,
  VISITOR,
  WorkingTime,
  dateInWords,
  found,
  hashOf,
  newSecret,
  timeInWords,
  whenInWords,
} from '@roundtable/platform';
import { EventEntity } from '../event.entity';
import { EventTrainerEntity } from './event-trainer.entity';
import { TrainerEntity } from './trainer.entity';
import { type TrainerWindow, isOpenAt, trainerWindow } from './trainer-window';

/** What a link is made for that a visit goes by. */
export const VISIT = 'trainer-visit';
const VISIT_MS = 12 * 3600_000;
const TRIES_A_MINUTE = 10;
const CODE_LENGTH = 8;

interface Known {
  row: EventTrainerEntity;
  event: EventEntity;
  name: string;
  address: string | null;
}

/**
 * Links by which a trainer without an account works on one event: the link comes by mail, the code that opens it is
 * told by the office in another way. Of both only hashes are kept, and the code's holds the link too, so that neither
 * is found without the other.
 */
@Injectable()
export class TrainerLinksService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly links: Links,
    private readonly throttle: Throttle,
    private readonly workingTime: WorkingTime,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Mails a new link and answers its code; one that was sent before stops working. Refuses who has not confirmed, and who has no address. */
  async send(actor: Actor, eventTrainerId: string): Promise<TrainerCodeView> {
    return this.database.transaction(async () => {
      const { row, event, name, address } = found(await this.known({ id: eventTrainerId }));
      if (row.answer !== 'confirmed' || event.status !== 'published') throw new Problem('trainers.not-confirmed');
      if (address === null) throw new Problem('trainers.no-address');
      const window = await this.windowOf(event);
      if (!window || window.until <= this.clock.now()) throw new Problem('events.ended');
      const token = newSecret();
      const code = String(randomInt(10 ** CODE_LENGTH)).padStart(CODE_LENGTH, '0');
      const now = this.clock.now();
      await this.database
        .repo(EventTrainerEntity)
        .update({ id: row.id }, { linkHash: hashOf(token), codeHash: codeHashOf(token, code), linkSentAt: now });
      await this.links.forget([row.id], VISIT);
      await this.mail(row, event, { name, address }, token, window);
      await this.audit.record(actor, {
        action: 'event.link-trainer',
        subjectKind: 'event',
        subjectId: row.eventId,
        after: { trainerId: row.trainerId },
      });
      return {
        code: `${code.slice(0, 4)} ${code.slice(4)}`,
        validFrom: window.from.toISOString(),
        validUntil: window.until.toISOString(),
      };
    });
  }

  /** Whether a mailed link opens now; reading it changes nothing. */
  async isOpen(token: string): Promise<boolean> {
    return (await this.open({ linkHash: hashOf(token) })) !== null;
  }

  /** Opens a link with its code; answers the secret of a visit of at most 12 hours. Refuses everything else alike. */
  async visit(token: string, typed: string): Promise<string> {
    const linkHash = hashOf(token);
    await this.throttle.count(`trainer-link ${linkHash}`, TRIES_A_MINUTE);
    const known = await this.open({ linkHash });
    const code = typed.replace(/\D/g, '');
    if (!known || known.row.codeHash !== codeHashOf(token, code)) throw new Problem('trainers.link-closed');
    const end = Math.min(this.clock.now().getTime() + VISIT_MS, known.window.until.getTime());
    return this.database.transaction(async () => {
      await this.audit.record(VISITOR, {
        action: 'event.visit-by-link',
        subjectKind: 'event',
        subjectId: known.row.eventId,
        after: { trainerId: known.row.trainerId },
      });
      return this.links.make(VISIT, known.row.id, new Date(end));
    });
  }

  /** Who visits: somebody who may work on one event and on nothing else. Null once the visit or the time is over. */
  async visitorOf(secret: string): Promise<Actor | null> {
    const id = await this.links.subjectOf(VISIT, secret);
    const known = id === null ? null : await this.open({ id });
    if (!known) return null;
    const { row, name } = known;
    return { ...VISITOR, name, via: 'link', visit: { eventId: row.eventId, trainerId: row.trainerId } };
  }

  private async open(
    where: { id: string } | { linkHash: string },
  ): Promise<(Known & { window: TrainerWindow }) | null> {
    const known = await this.known(where);
    if (known?.row.answer !== 'confirmed' || known.event.status !== 'published') return null;
    const window = await this.windowOf(known.event);
    return window && isOpenAt(window, this.clock.now()) ? { ...known, window } : null;
  }

  private async windowOf({ startsAt, endsAt }: EventEntity): Promise<TrainerWindow | null> {
    return startsAt && endsAt ? trainerWindow(startsAt, endsAt, await this.workingTime.closureDays()) : null;
  }

  private async known(where: { id: string } | { linkHash: string }): Promise<Known | null> {
    const row = await this.database.repo(EventTrainerEntity).findOneBy(where);
    if (!row) return null;
    const event = await this.database.repo(EventEntity).findOneByOrFail({ id: row.eventId });
    const trainer = await this.database.repo(TrainerEntity).findOneByOrFail({ id: row.trainerId });
    const person =
      trainer.personId === null
        ? null
        : await this.database.repo(PersonEntity).findOneByOrFail({ id: trainer.personId });
    return {
      row,
      event,
      name: person?.name ?? trainer.name ?? '',
      address: person ? person.email : trainer.email,
    };
  }

  private async mail(
    row: EventTrainerEntity,
    event: EventEntity,
    to: { name: string; address: string },
    token: string,
    { from, until }: TrainerWindow,
  ): Promise<void> {
    const course = await this.database.repo(CourseEntity).findOneByOrFail({ id: event.courseId });
    const { personId } = await this.database.repo(TrainerEntity).findOneByOrFail({ id: row.trainerId });
    await this.outbox.write({
      kind: 'proof.trainer-link',
      regarding: row.id,
      occurrence: hashOf(token).slice(0, 16),
      to: { personId, ...to },
      letter: {
        subject: `The people and the register of ${course.title}`,
        opening: [
          'You give this training. The link below leads to the names of the people who come, what they need to take part, and the register.',
          'It asks for a code of eight digits, which the training team gives you in another way, such as by telephone. Do not pass on either of them.',
        ],
        facts: [
          { label: 'Training', value: course.title },
          ...(event.startsAt && event.endsAt
            ? [{ label: 'When', value: whenInWords(event.startsAt, event.endsAt) }]
            : []),
          { label: 'The link works from', value: inWords(from) },
          { label: 'until', value: inWords(until) },
        ],
        action: { label: 'Open the register', url: `${this.config.publicUrl}${paths.trainerLink({ token })}` },
      },
    });
  }
}

function codeHashOf(token: string, code: string): string {
  return hashOf(`${token} ${code}`);
}

function inWords(instant: Date): string {
  return `${dateInWords(instant)}, ${timeInWords(instant)}`;
}
