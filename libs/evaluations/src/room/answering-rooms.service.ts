import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type AnsweringRoomView, paths } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity } from '@roundtable/events';
import {
  type Actor,
  Audit,
  CONFIG,
  Clock,
  type Config,
  Database,
  Problem,
  isDuplicate,
  newId,
  qrCodePicture,
} from '@roundtable/platform';
import { EventEvaluationQueries } from '../event-evaluation.queries';
import { AnsweringRoomEntity } from './answering-room.entity';
import { RoomAccess } from './room-access';
import { digitsUntil, isRoomOpen, mayOpenEarly } from './room-rules';

/** So many events in a row may hold the digits that were drawn; among ten thousand that does not happen by chance. */
const TRIES = 20;

/** Where the people at an event answer: digits to type, a code to photograph, and how many have answered. */
@Injectable()
export class AnsweringRoomsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly access: RoomAccess,
    private readonly progress: EventEvaluationQueries,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  /** The room of an event, for the office and its trainers; 404 for everybody else. Changes nothing. */
  async of(actor: Actor, eventId: string): Promise<AnsweringRoomView> {
    const event = await this.access.eventFor(actor, eventId);
    const course = await this.database.repo(CourseEntity).findOneByOrFail({ id: event.courseId });
    const room = await this.database.repo(AnsweringRoomEntity).findOneBy({ eventId });
    const { after } = await this.progress.of(actor, eventId);
    const address = room?.digits ? `${this.config.publicUrl}${paths.room}?room=${room.digits}` : null;
    const opensAt = room?.openedAt?.toISOString() ?? after.opensAt;
    return {
      eventId,
      courseTitle: course.title,
      digits: room?.digits ?? null,
      shortAddress: `${this.config.publicUrl.replace(/^https?:\/\//, '')}${paths.room}`,
      picture: address && (await qrCodePicture(address)),
      openedAt: room?.openedAt?.toISOString() ?? null,
      opensAt,
      isOpen: isRoomOpen(event, this.clock.now()),
      mayOpen: mayOpenEarly(event, this.clock.now()),
      answered: after.answered,
      people: after.people,
    };
  }

  /** Gives the event its digits, where it has none. */
  async prepare(actor: Actor, eventId: string): Promise<void> {
    await this.database.transaction(async () => {
      await this.access.eventFor(actor, eventId);
      await this.ensure(actor, eventId);
    });
  }

  /** Opens the questions after the training before their time. Refuses an event that has not begun, or is long over. */
  async open(actor: Actor, eventId: string): Promise<void> {
    await this.database.transaction(async () => {
      const event = await this.access.eventFor(actor, eventId);
      const now = this.clock.now();
      if (event.status !== 'published' || !mayOpenEarly(event, now)) throw new Problem('evaluations.not-open');
      const room = await this.ensure(actor, eventId);
      if (room.openedAt) return;
      await this.database.repo(AnsweringRoomEntity).update({ id: room.id }, { openedAt: now });
      await this.record(actor, 'evaluation.open-early', eventId, { openedAt: now.toISOString() });
    });
  }

  private async ensure(actor: Actor, eventId: string): Promise<AnsweringRoomEntity> {
    const rooms = this.database.repo(AnsweringRoomEntity);
    const there = await rooms.findOneBy({ eventId });
    if (there?.digits) return there;
    const room =
      there ?? rooms.create({ id: newId(), eventId, digits: null, openedAt: null, createdAt: this.clock.now() });
    if (!there) await rooms.insert(room);
    for (let tries = 0; tries < TRIES; tries += 1) {
      const digits = String(randomInt(10_000)).padStart(4, '0');
      if (!(await this.release(digits))) continue;
      try {
        await rooms.update({ id: room.id }, { digits });
        await this.record(actor, 'evaluation.prepare-room', eventId, { hasDigits: true });
        return { ...room, digits };
      } catch (error) {
        if (!isDuplicate(error)) throw error;
      }
    }
    throw new Error('No four digits are free.');
  }

  /** Takes digits from an event that is over; false where another one needs them. */
  private async release(digits: string): Promise<boolean> {
    const holder = await this.database.repo(AnsweringRoomEntity).findOneBy({ digits });
    if (!holder) return true;
    const event = await this.database.repo(EventEntity).findOneByOrFail({ id: holder.eventId });
    if (!event.endsAt || digitsUntil(event.endsAt) > this.clock.now()) return false;
    await this.database.repo(AnsweringRoomEntity).update({ id: holder.id }, { digits: null });
    return true;
  }

  private record(actor: Actor, action: string, eventId: string, after: Record<string, unknown>): Promise<void> {
    return this.audit.record(actor, { action, subjectKind: 'event', subjectId: eventId, after });
  }
}
