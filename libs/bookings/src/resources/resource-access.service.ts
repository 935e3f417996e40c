import { Injectable } from '@nestjs/common';
import { CourseQueries } from '@roundtable/courses';
import {
  EventQueries,
  EventStaff,
  type ResourceEntity,
  type ResourcePlace,
  ResourcesService,
} from '@roundtable/events';
import { type Actor, Database, Problem, found, notFound } from '@roundtable/platform';
import { BookingEntity } from '../booking.entity';
import { type ResourceReader, maySee } from './resource-rules';

/** Which resources somebody may see: the rule needs places, so it stands here. */
@Injectable()
export class ResourceAccess {
  constructor(
    private readonly database: Database,
    private readonly resources: ResourcesService,
    private readonly courses: CourseQueries,
    private readonly events: EventQueries,
    private readonly staff: EventStaff,
  ) {}

  /** The resources of a course or an event that this actor may see, in order. 404 where the course or event is not theirs to see. */
  async list(actor: Actor, place: ResourcePlace): Promise<ResourceEntity[]> {
    const reader = await this.readerOf(actor, place);
    const resources = await this.resources.of(place);
    return resources.filter(({ visibility }) => maySee(visibility, reader));
  }

  /** The same, for a page of the course or event that the actor sees already: one statement where all are for everybody. */
  async listOnPage(actor: Actor, place: ResourcePlace): Promise<ResourceEntity[]> {
    return this.amongSeen(actor, place, await this.resources.of(place));
  }

  /** Those among the resources of a course or event which the actor, who sees its page, may see too. */
  async amongSeen(actor: Actor, place: ResourcePlace, resources: ResourceEntity[]): Promise<ResourceEntity[]> {
    if (resources.every(({ visibility }) => visibility === 'everybody')) return resources;
    const bookings = await this.placesOf(actor.personId, place);
    const standsBehind = await this.staff.standsBehind(actor, 'eventId' in place ? place.eventId : null);
    const attendance = bookings.map((booking) => booking.attendance);
    const reader = { standsBehind, hasPlace: bookings.length > 0, attendance };
    return resources.filter(({ visibility }) => maySee(visibility, reader));
  }

  /** One resource that this actor may see; to others it is not there. */
  async one(actor: Actor, id: string): Promise<ResourceEntity> {
    const resource = await this.resources.byId(id);
    const reader = await this.readerOf(actor, placeOf(resource));
    if (!maySee(resource.visibility, reader)) throw actor.personId ? notFound() : new Problem('people.not-signed-in');
    return resource;
  }

  /** The confirmed bookings of a person on the event, or on any event of the course; the latest first. */
  async placesOf(personId: string | null, place: ResourcePlace): Promise<BookingEntity[]> {
    if (personId === null) return [];
    return this.database
      .repo(BookingEntity)
      .find({ where: { personId, status: 'confirmed', ...place }, order: { requestedAt: 'DESC', id: 'DESC' } });
  }

  private async readerOf(actor: Actor, place: ResourcePlace): Promise<ResourceReader> {
    const bookings = await this.placesOf(actor.personId, place);
    const standsBehind = await this.staff.standsBehind(actor, 'eventId' in place ? place.eventId : null);
    if (bookings.length === 0) await this.refuseHidden(actor, place, standsBehind);
    return { standsBehind, hasPlace: bookings.length > 0, attendance: bookings.map(({ attendance }) => attendance) };
  }

  private async refuseHidden(actor: Actor, place: ResourcePlace, standsBehind: boolean): Promise<void> {
    if ('courseId' in place) await this.courses.byKey(actor, place.courseId);
    else if (standsBehind) found((await this.events.byIds([place.eventId])).get(place.eventId));
    else await this.events.byId(actor, place.eventId);
  }
}

export function placeOf({ courseId, eventId }: ResourceEntity): ResourcePlace {
  return eventId === null ? { courseId: courseId ?? '' } : { eventId };
}
