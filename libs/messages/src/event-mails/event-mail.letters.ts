import { maySee } from '@roundtable/bookings';
import { Inject, Injectable } from '@nestjs/common';
import {
  type EventMailDraft,
  LIVE_BOOKING_STATUSES,
  MERGE_FIELDS,
  type MailPreview,
  paths,
} from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity, ResourceEntity, VenueEntity } from '@roundtable/events';
import {
  type Actor,
  CONFIG,
  type Config,
  Database,
  type Letter,
  type MailOfMailing,
  found,
  invalid,
  isOffice,
  letterHtml,
  letterText,
  oneLine,
  whenInWords,
  withFields,
} from '@roundtable/platform';
import { In, IsNull } from 'typeorm';
import { wordsErrors, paragraphsOf } from '../mailings/mailing-rules';
import type { MailingEntity } from '../mailings/mailing.entity';
import { linkBlock } from './link-block';
import { eventAudienceOf } from './event-audience';
import { type DelegateRow, EventMailRecipients } from './recipients.queries';

interface EventFacts {
  eventId: string;
  course: string;
  slug: string;
  date: string;
  place: string;
}

/** What delegates are written: the same words for all, with what is each one's own. */
@Injectable()
export class EventMailLetters {
  constructor(
    private readonly database: Database,
    private readonly recipients: EventMailRecipients,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The mails of a mailing, to those who pass its filter now. */
  async mailsOf({ eventId, subject, words, audience, attachedIds }: MailingEntity): Promise<MailOfMailing[]> {
    const facts = await this.factsOf(eventId ?? '');
    const resources = await this.resourcesOf(facts, attachedIds);
    const delegates = await this.recipients.all(facts.eventId, eventAudienceOf(audience));
    return delegates.map((delegate) => ({
      regarding: delegate.bookingId,
      to: { personId: delegate.personId, name: delegate.name, address: delegate.email },
      letter: this.letter({ subject, words }, facts, delegate, resources),
    }));
  }

  /** A draft exactly as one delegate would get it; nothing is written. Refuses words that cannot be sent. */
  async preview(actor: Actor, draft: EventMailDraft): Promise<MailPreview> {
    found(isOffice(actor) ? true : null);
    const facts = await this.factsOf(draft.eventId);
    const errors = wordsErrors(draft, MERGE_FIELDS);
    if (Object.keys(errors).length > 0) throw invalid(errors);
    const resources = await this.chosen(draft.eventId, draft.resourceIds ?? []);
    const delegate = await this.recipients.one(draft.eventId, draft.bookingId);
    const letter = this.letter(draft, facts, delegate, resources);
    return {
      toName: delegate.name,
      toAddress: delegate.email ?? '',
      subject: oneLine(letter.subject),
      text: letterText(letter, delegate.name),
      html: letterHtml(letter, delegate.name),
    };
  }

  /** The resources that were chosen; refuses one that is neither the event's nor its course's. */
  async chosen(eventId: string, resourceIds: readonly string[]): Promise<ResourceEntity[]> {
    const resources = await this.resourcesOf(await this.factsOf(eventId), resourceIds);
    if (resources.length < new Set(resourceIds).size)
      throw invalid({ resourceIds: 'Choose resources of this event or its course' });
    return resources;
  }

  private letter(
    { subject, words }: { subject: string; words: string },
    facts: EventFacts,
    { name, reference, status, attendance, bookingId }: DelegateRow,
    resources: readonly ResourceEntity[],
  ): Letter {
    const { course, date, place, eventId } = facts;
    const values = { name, course, date, place, reference };
    const isLive = (LIVE_BOOKING_STATUSES as readonly string[]).includes(status);
    const reader = { standsBehind: false, hasPlace: status === 'confirmed', attendance: [attendance] };
    const links = resources
      .filter(({ visibility }) => maySee(visibility, reader))
      .map((resource) => ({ title: resource.title, url: this.urlOf(resource, facts) }));
    return {
      subject: withFields(subject, values),
      opening: paragraphsOf(withFields(words, values)),
      ...(links.length > 0 && { block: linkBlock('For this training', links) }),
      action: isLive
        ? { label: 'See your booking', url: `${this.config.publicUrl}${paths.booking({ id: bookingId })}` }
        : { label: 'See the training', url: `${this.config.publicUrl}${paths.event({ id: eventId })}` },
      closing: [
        `You get this because you ${isLive ? 'have' : 'had'} a booking for ${course}, ${date}. Reference: ${reference}.`,
      ],
    };
  }

  /** Where a resource is on our own website, which asks again who may see it. */
  private urlOf({ id, kind, eventId }: ResourceEntity, { slug }: EventFacts): string {
    const path =
      kind === 'file'
        ? paths.resourceFile({ id })
        : kind === 'recording'
          ? paths.recording({ id })
          : eventId === null
            ? paths.course({ slug })
            : paths.event({ id: eventId });
    return `${this.config.publicUrl}${path}`;
  }

  private async factsOf(eventId: string): Promise<EventFacts> {
    const event = found(await this.database.repo(EventEntity).findOneBy({ id: eventId }));
    const { title, slug } = await this.database.repo(CourseEntity).findOneByOrFail({ id: event.courseId });
    const venue = event.venueId ? await this.database.repo(VenueEntity).findOneBy({ id: event.venueId }) : null;
    return {
      eventId,
      course: title,
      slug,
      date: event.startsAt && event.endsAt ? whenInWords(event.startsAt, event.endsAt) : 'date to be confirmed',
      place: event.delivery === 'online' ? 'Online' : (venue?.name ?? 'venue to be confirmed'),
    };
  }

  private async resourcesOf({ eventId }: EventFacts, ids: readonly string[]): Promise<ResourceEntity[]> {
    if (ids.length === 0) return [];
    const { courseId } = await this.database.repo(EventEntity).findOneByOrFail({ id: eventId });
    const among = { id: In([...ids]), removedAt: IsNull() };
    return this.database.repo(ResourceEntity).find({
      where: [
        { ...among, eventId },
        { ...among, courseId },
      ],
      order: { position: 'ASC', id: 'ASC' },
    });
  }
}
