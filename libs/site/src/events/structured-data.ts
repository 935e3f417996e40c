import { type CourseView, type EventView, paths } from '@roundtable/contracts';

/** Who says so, and where. */
export interface Publisher {
  publicUrl: string;
  name: string;
}

type Thing = Record<string, unknown>;

const MODES = {
  'in-person': 'https://schema.org/OfflineEventAttendanceMode',
  online: 'https://schema.org/OnlineEventAttendanceMode',
  blended: 'https://schema.org/MixedEventAttendanceMode',
} as const;
const COURSE_MODES = { 'in-person': 'onsite', online: 'online', blended: 'blended' } as const;

/** A date of a course for search engines (schema.org EducationEvent); nothing where it has no date yet. */
export function eventData(event: EventView, course: CourseView | null, publisher: Publisher): Thing | null {
  if (!event.startsAt || !event.endsAt) return null;
  const url = `${publisher.publicUrl}${paths.event({ id: event.id })}`;
  return {
    '@context': 'https://schema.org',
    '@type': 'EducationEvent',
    name: event.courseTitle,
    ...(course && { description: course.summary }),
    url,
    startDate: event.startsAt,
    endDate: event.endsAt,
    eventStatus: `https://schema.org/${event.status === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: MODES[event.delivery],
    location: locationOf(event, url),
    organizer: organisation(publisher),
    maximumAttendeeCapacity: event.capacity,
    remainingAttendeeCapacity: event.placesFree,
    offers: offerOf(event, url),
    ...(course && { about: { '@type': 'Course', name: course.title, url: courseUrl(course, publisher) } }),
  };
}

/** A course with its coming dates for search engines (schema.org Course and CourseInstance). */
export function courseData(course: CourseView, events: readonly EventView[], publisher: Publisher): Thing {
  return {
    '@context': 'https://schema.org',
    '@type': 'Course',
    name: course.title,
    description: course.summary,
    url: courseUrl(course, publisher),
    courseCode: course.code,
    provider: organisation(publisher),
    ...(course.audience && { audience: { '@type': 'Audience', audienceType: course.audience } }),
    ...(course.prerequisites.length && { coursePrerequisites: course.prerequisites.map(({ title }) => title) }),
    hasCourseInstance: events
      .filter(({ startsAt }) => startsAt !== null)
      .map((event) => {
        const url = `${publisher.publicUrl}${paths.event({ id: event.id })}`;
        return {
          '@type': 'CourseInstance',
          url,
          startDate: event.startsAt,
          endDate: event.endsAt,
          courseMode: COURSE_MODES[event.delivery],
          ...(course.hours && { courseWorkload: `PT${Math.round(course.hours * 60)}M` }),
          location: locationOf(event, url),
          offers: offerOf(event, url),
        };
      }),
  };
}

function locationOf(event: EventView, url: string): Thing | Thing[] {
  const place = { '@type': 'Place', name: event.venue ?? 'Venue to be confirmed' };
  const online = { '@type': 'VirtualLocation', url };
  if (event.delivery === 'online') return online;
  return event.delivery === 'blended' ? [place, online] : place;
}

function offerOf(event: EventView, url: string): Thing {
  return {
    '@type': 'Offer',
    url,
    price: (event.feePence / 100).toFixed(2),
    priceCurrency: 'GBP',
    availability: `https://schema.org/${event.placesFree > 0 ? 'InStock' : 'SoldOut'}`,
  };
}

function organisation({ name, publicUrl }: Publisher): Thing {
  return { '@type': 'Organization', name, url: publicUrl };
}

function courseUrl({ slug }: CourseView, { publicUrl }: Publisher): string {
  return `${publicUrl}${paths.course({ slug })}`;
}
