import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type CourseView, paths } from '@roundtable/contracts';
import type { ListedEvent } from '@roundtable/events';
import { CONFIG, type Config, Permit, VISITOR } from '@roundtable/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Fields, QueryFields } from '../frame/fields';
import { keptForAWhile } from '../frame/kept-for-a-while';
import { Browsing } from './browsing.service';
import { type FeedOrigin, programmeCalendar } from './programme-calendar';
import { programmeFeed } from './programme-feed';
import { addressOf, wishOf } from './wish-address';

const MOST_IN_CALENDAR = 1000;
const MOST_IN_FEED = 100;

type Entry = { course: CourseView; event: ListedEvent };

/** The programme for calendars and feed readers: the same for everybody who asks, so that it may be kept on the way. */
@ApiExcludeController()
@Controller()
export class ProgrammeFeedsController {
  private readonly origin: FeedOrigin;

  constructor(
    private readonly browsing: Browsing,
    @Inject(CONFIG) config: Config,
  ) {
    this.origin = { publicUrl: config.publicUrl, domain: config.mailFrom.address.split('@')[1] ?? 'localhost' };
  }

  @Get(paths.programmeCalendar)
  @Permit('public')
  async calendar(
    @QueryFields() query: Fields,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const dated = (await this.entries(query)).filter(({ event }) => event.startsAt !== null);
    const text = programmeCalendar(dated.slice(0, MOST_IN_CALENDAR), this.origin);
    keptForAWhile(request, reply, text, { type: 'text/calendar; charset=utf-8', by: 'public' });
  }

  @Get(paths.programmeFeed)
  @Permit('public')
  async feed(@QueryFields() query: Fields, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const entries = await this.entries(query);
    const newest = [...entries].sort((one, other) => +other.event.createdAt - +one.event.createdAt);
    const here = addressOf(wishOf(query), {}, paths.programmeFeed);
    const text = programmeFeed(newest.slice(0, MOST_IN_FEED), this.origin, here);
    keptForAWhile(request, reply, text, { type: 'application/rss+xml; charset=utf-8', by: 'public' });
  }

  /** Coming events that fit the filters of the address, in the order of their dates. */
  private async entries(query: Fields): Promise<Entry[]> {
    const { fitting } = await this.browsing.look(VISITOR, wishOf(query));
    const entries = fitting.flatMap(({ course, events }) => events.map((event) => ({ course, event })));
    return entries.sort((one, other) => timeOf(one.event) - timeOf(other.event));
  }
}

function timeOf({ startsAt }: ListedEvent): number {
  return startsAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
}
