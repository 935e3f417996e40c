import { type CourseView, paths } from '@roundtable/contracts';
import type { ListedEvent } from '@roundtable/events';
import { Feed } from 'feed';
import { when } from '../frame/words';
import { type FeedOrigin, placeOf, plain } from './programme-calendar';

/** The programme as RSS 2.0, the date that was added last first. The same events give the same file. */
export function programmeFeed(
  entries: readonly { course: CourseView; event: ListedEvent }[],
  { publicUrl }: FeedOrigin,
  here: string,
): string {
  const newest = [...entries].sort((one, other) => +other.event.createdAt - +one.event.createdAt);
  const feed = new Feed({
    id: publicUrl,
    title: 'Safeguarding training',
    description: 'Dates of multi-agency safeguarding training.',
    link: `${publicUrl}${paths.courses}`,
    language: 'en-GB',
    updated: newest[0]?.event.createdAt ?? new Date(0),
    generator: 'Roundtable',
    copyright: '',
    ttl: 60,
    feedLinks: { rss: `${publicUrl}${here}` },
  });
  for (const { course, event } of newest) {
    const link = `${publicUrl}${paths.event({ id: event.id })}`;
    const span = {
      startsAt: event.startsAt?.toISOString() ?? null,
      endsAt: event.endsAt?.toISOString() ?? null,
    };
    feed.addItem({
      id: link,
      guid: link,
      link,
      title: plain(course.title),
      description: plain(`${when(span)}. ${placeOf(event)}.`),
      date: event.createdAt,
    });
  }
  return feed.rss2();
}
