import type { CourseEntity } from '@roundtable/courses';
import type { EventEntity } from './event.entity';

/** The most places an event can have. */
export const MOST_PLACES = 5000;

/** Why an event cannot be published yet, in sentences; nothing where it can. Without any session it collects interest. */
export function whyNotReady(
  course: Pick<CourseEntity, 'status'> | undefined,
  sessions: readonly { startsAt: Date }[],
  now: Date,
): string[] {
  return [
    ...(course?.status === 'archived' ? ['The course is archived. Publish it again first.'] : []),
    ...(course?.status === 'published' || course?.status === 'archived' ? [] : ['Publish the course first.']),
    ...(!sessions.length || sessions.some(({ startsAt }) => startsAt > now)
      ? []
      : ['Add a session that is still to come.']),
  ];
}

/** The start of the first and the end of the last session; empty where there is none. */
export function spanOf(
  sessions: readonly { startsAt: Date; endsAt: Date }[],
): Pick<EventEntity, 'startsAt' | 'endsAt'> {
  if (!sessions.length) return { startsAt: null, endsAt: null };
  return {
    startsAt: new Date(Math.min(...sessions.map(({ startsAt }) => startsAt.getTime()))),
    endsAt: new Date(Math.max(...sessions.map(({ endsAt }) => endsAt.getTime()))),
  };
}
