import { Inject, Injectable } from '@nestjs/common';
import { paths } from '@roundtable/contracts';
import {
  type EventEntity,
  type EventJoiningEntity,
  EventsService,
  JoiningsService,
  VenueEntity,
} from '@roundtable/events';
import { CONFIG, type Config, Database, type FilledTemplate, found, whenInWords } from '@roundtable/platform';
import { type BookingFacts, BookingFactsQueries } from '../booking-facts';
import { BookingPost } from '../booking-post.service';
import { factsInWords } from '../booking-words';
import type { BookingEntity } from '../booking.entity';
import { ComingLinks } from '../coming/coming-links.service';
import { bookingLetter } from '../mails/booking-template';
import { JoinPages } from './join-pages.service';
import { JOINING_INSTRUCTIONS, JOINING_IN_PERSON } from './joining.templates';

type Facts = { label: string; value: string }[];

/** What is told of one event, and to each with links of their own. */
interface Told {
  event: EventEntity;
  joining: EventJoiningEntity;
  facts: Facts;
}

/** Joining instructions: online the personal join page, in person where to come. */
@Injectable()
export class JoiningMails {
  constructor(
    private readonly database: Database,
    private readonly events: EventsService,
    private readonly joinings: JoiningsService,
    private readonly pages: JoinPages,
    private readonly comingLinks: ComingLinks,
    private readonly factsOf: BookingFactsQueries,
    private readonly post: BookingPost,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Mails these, all of one event; `occurrence` tells which time. Answers how many have an address. */
  async mail(event: EventEntity, bookings: readonly BookingEntity[], occurrence: string): Promise<number> {
    const factsOf = await this.factsOf.ofAll(bookings);
    const addressed = bookings.filter(({ id }) => factsOf.get(id)?.toAddress);
    const told = { event, joining: await this.joinings.of(event.id), facts: await this.factsOfEvent(event) };
    const joinLinks = event.delivery === 'in-person' ? new Map() : await this.pages.linksFor(addressed, event);
    const comingLinks = await this.comingLinks.linksFor(
      addressed.map(({ id }) => id),
      event,
    );
    await this.post.sendAll(
      addressed.map((booking) => {
        const facts = found(factsOf.get(booking.id));
        const joinToken = joinLinks.get(booking.id) as string | undefined;
        const joinUrl = joinToken === undefined ? '' : this.url(paths.join({ token: joinToken }));
        const answerUrl = this.url(paths.coming({ token: comingLinks.get(booking.id) ?? '' }));
        const letter = letterOf(told, facts, { joinUrl, answerUrl });
        return { kind: 'joining-instructions', booking, facts, letter, occurrence };
      }),
    );
    return addressed.length;
  }

  private async factsOfEvent(event: EventEntity): Promise<Facts> {
    const sessions = (await this.events.sessionsOf([event.id])).get(event.id) ?? [];
    const isInPerson = event.delivery !== 'online';
    const venue =
      isInPerson && event.venueId ? await this.database.repo(VenueEntity).findOneBy({ id: event.venueId }) : null;
    return [
      ...(sessions.length < 2
        ? []
        : sessions.map(({ startsAt, endsAt }, index) => ({
            label: `Session ${index + 1}`,
            value: whenInWords(startsAt, endsAt),
          }))),
      ...(venue?.accessNotes ? [{ label: 'Getting there and access', value: venue.accessNotes }] : []),
      ...(venue?.mapUrl ? [{ label: 'Map', value: venue.mapUrl }] : []),
      ...(event.note ? [{ label: 'What to know beforehand', value: event.note }] : []),
    ];
  }

  private url(path: string): string {
    return `${this.config.publicUrl}${path}`;
  }
}

function letterOf(
  { event, joining, facts: ofEvent }: Told,
  facts: BookingFacts,
  { joinUrl, answerUrl }: { joinUrl: string; answerUrl: string },
): FilledTemplate {
  const online = [
    ...(joining.platform ? [{ label: 'Platform', value: joining.platform }] : []),
    ...(joining.testUrl ? [{ label: 'Try it before the day', value: joining.testUrl }] : []),
    ...(joining.dialIn ? [{ label: 'By telephone', value: joining.dialIn }] : []),
  ];
  const minutesBefore = String(joining.minutesBefore);
  const letter =
    event.delivery === 'online'
      ? bookingLetter(JOINING_INSTRUCTIONS, facts, joinUrl, { minutesBefore, answerUrl })
      : bookingLetter(JOINING_IN_PERSON, facts, facts.bookingUrl, { joinUrl, answerUrl });
  return {
    ...letter,
    facts: [...factsInWords(facts), ...(event.delivery === 'in-person' ? [] : online), ...ofEvent],
  };
}
