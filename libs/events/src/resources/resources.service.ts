import { Injectable, Logger } from '@nestjs/common';
import {
  type NewLinkedResource,
  RESOURCE_FILE_TYPES,
  type ResourceChange,
  type ResourceVisibility,
} from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import {
  type Actor,
  Audit,
  Clock,
  Database,
  Files,
  Problem,
  type UploadedFile,
  changedFields,
  downloadName,
  fileKindOf,
  found,
  invalid,
  newId,
  notFound,
} from '@roundtable/platform';
import { IsNull } from 'typeorm';
import { EventEntity } from '../event.entity';
import { EventStaff } from './event-staff';
import { ResourceEntity } from './resource.entity';

/** What a resource belongs to. */
export type ResourcePlace = { courseId: string } | { eventId: string };

/** Handouts, links and recordings of courses and events, kept by the office and by an event's trainers. */
@Injectable()
export class ResourcesService {
  private readonly log = new Logger(ResourcesService.name);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly files: Files,
    private readonly staff: EventStaff,
  ) {}

  /** The resources of a course or an event, in order. Who may see which is the caller's to decide. */
  async of(place: ResourcePlace): Promise<ResourceEntity[]> {
    return this.database
      .repo(ResourceEntity)
      .find({ where: { ...place, removedAt: IsNull() }, order: { position: 'ASC', id: 'ASC' } });
  }

  /** One resource that was not removed. */
  async byId(id: string): Promise<ResourceEntity> {
    return found(await this.database.repo(ResourceEntity).findOneBy({ id, removedAt: IsNull() }));
  }

  /** Adds a link or a recording at the end. */
  async addLinked(
    actor: Actor,
    place: ResourcePlace,
    wanted: NewLinkedResource,
    isDemonstration = false,
  ): Promise<ResourceEntity> {
    await this.refuseStrangers(actor, place);
    return this.insert(actor, place, {
      ...wanted,
      title: wanted.title.trim(),
      url: wanted.url.trim(),
      visibility: wanted.visibility ?? 'everybody',
      isDemonstration,
    });
  }

  /** Adds a file at the end, under a name of our own. Refuses a kind that is not on the list, by its content. */
  async addFile(
    actor: Actor,
    place: ResourcePlace,
    wanted: { title: string; visibility?: ResourceVisibility },
    file: UploadedFile,
    isDemonstration = false,
  ): Promise<ResourceEntity> {
    await this.refuseStrangers(actor, place);
    const kind = await fileKindOf(file.content);
    if (kind === null || !isAllowed(kind)) throw new Problem('resources.wrong-type');
    const fileKey = await this.files.put(file.content);
    try {
      return await this.insert(actor, place, {
        kind: 'file',
        title: wanted.title.trim(),
        visibility: wanted.visibility ?? 'everybody',
        fileKey,
        fileName: downloadName(file.name, kind),
        mediaType: RESOURCE_FILE_TYPES[kind],
        bytes: file.content.length,
        isDemonstration,
      });
    } catch (error) {
      await this.files.remove(fileKey);
      throw error;
    }
  }

  /** Changes title, link or who sees it. */
  async change(actor: Actor, id: string, change: ResourceChange): Promise<ResourceEntity> {
    return this.database.transaction(async () => {
      const resource = await this.own(actor, id);
      if (change.url !== undefined && resource.kind === 'file')
        throw invalid({ url: 'A file has no link. Upload another one instead' });
      const before = traceOf(resource);
      if (change.title !== undefined) resource.title = change.title.trim();
      if (change.url !== undefined) resource.url = change.url.trim();
      if (change.visibility !== undefined) resource.visibility = change.visibility;
      const { title, url, visibility } = resource;
      await this.database.repo(ResourceEntity).update({ id }, { title, url, visibility });
      await this.record(actor, 'resource.change', id, changedFields(before, traceOf(resource)));
      return resource;
    });
  }

  /** Removes a resource, and its file once that is certain. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const resource = await this.own(actor, id);
      await this.database
        .repo(ResourceEntity)
        .update({ id }, { removedAt: this.clock.now(), fileKey: null, fileName: null, url: null });
      await this.record(actor, 'resource.remove', id, { before: traceOf(resource) });
      const { fileKey } = resource;
      if (fileKey !== null) this.database.afterCommit(() => void this.removeFile(fileKey));
    });
  }

  /** Puts the resources of a course or an event in this order. Refuses a list that is not all of them. */
  async order(actor: Actor, place: ResourcePlace, resourceIds: readonly string[]): Promise<void> {
    await this.refuseStrangers(actor, place);
    await this.database.transaction(async () => {
      const there = await this.of(place);
      if (there.length !== resourceIds.length || !there.every(({ id }) => resourceIds.includes(id)))
        throw invalid({ resourceIds: 'Name all resources, each once' });
      const rows = there.map((resource) => ({ ...resource, position: resourceIds.indexOf(resource.id) }));
      if (rows.length > 0) await this.database.repo(ResourceEntity).upsert(rows, ['id']);
      await this.record(actor, 'resource.order', Object.values(place)[0] ?? '', { after: { resourceIds } });
    });
  }

  private async insert(
    actor: Actor,
    place: ResourcePlace,
    facts: Partial<ResourceEntity> & Pick<ResourceEntity, 'kind' | 'title' | 'visibility' | 'isDemonstration'>,
  ): Promise<ResourceEntity> {
    return this.database.transaction(async () => {
      const there = await this.of(place);
      const resource = this.database.repo(ResourceEntity).create({
        id: newId(),
        courseId: null,
        eventId: null,
        url: null,
        fileKey: null,
        fileName: null,
        mediaType: null,
        bytes: null,
        removedAt: null,
        ...facts,
        ...place,
        position: Math.max(-1, ...there.map(({ position }) => position)) + 1,
        addedAt: this.clock.now(),
      });
      await this.database.repo(ResourceEntity).insert(resource);
      await this.record(actor, 'resource.add', resource.id, { after: traceOf(resource) });
      return resource;
    });
  }

  private async own(actor: Actor, id: string): Promise<ResourceEntity> {
    const resource = await this.byId(id);
    if (!(await this.staff.standsBehind(actor, resource.eventId))) throw notFound();
    return resource;
  }

  private async refuseStrangers(actor: Actor, place: ResourcePlace): Promise<void> {
    if (!(await this.staff.standsBehind(actor, 'eventId' in place ? place.eventId : null))) throw notFound();
    if ('eventId' in place) found(await this.database.repo(EventEntity).findOneBy({ id: place.eventId }));
    else found(await this.database.repo(CourseEntity).findOneBy({ id: place.courseId }));
  }

  // A file that is left behind harms nobody and is told in the log; the removal itself has happened.
  private async removeFile(key: string): Promise<void> {
    try {
      await this.files.remove(key);
    } catch (error) {
      this.log.error(`The file ${key} could not be removed: ${String(error)}`);
    }
  }

  private record(
    actor: Actor,
    action: string,
    subjectId: string,
    facts: { before?: Record<string, unknown>; after?: Record<string, unknown> },
  ): Promise<void> {
    return this.audit.record(actor, { action, subjectKind: 'resource', subjectId, ...facts });
  }
}

function isAllowed(kind: string): kind is keyof typeof RESOURCE_FILE_TYPES {
  return Object.hasOwn(RESOURCE_FILE_TYPES, kind);
}

function traceOf(resource: ResourceEntity): Record<string, unknown> {
  const { courseId, eventId, kind, title, url, visibility, fileName, bytes } = resource;
  return { courseId, eventId, kind, title, url, visibility, fileName, bytes };
}
