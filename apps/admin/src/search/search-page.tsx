import { Box } from '@mui/material';
import type { AgencyView, BookingView, CourseView, PractitionerView, EventView } from '@roundtable/contracts';
import type { ReactNode } from 'react';
import { useGetList, type RaRecord } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { mayUse, useRoles } from '../api/access';
import { eventInWords } from '../events/office-event';
import { Heading } from '../look/heading';
import { listOf } from '../look/list-of';
import { Nothing, Refusal, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { TextLink } from '../look/text-link';
import { nameOf } from '../practitioners/practitioner-name';
import { BOOKING_STATUS, EVENT_STATUS } from '../words/labels';

const MOST = 6;

/** What carries the words that were typed, wherever it is kept. */
export default function SearchPage() {
  const [search] = useSearchParams();
  const q = search.get('q')?.trim() ?? '';
  return (
    <>
      <Heading>{q ? `Search: ${q}` : 'Search'}</Heading>
      {q === '' ? <Nothing>Type a name, a title or a reference in the box above.</Nothing> : <Found key={q} q={q} />}
    </>
  );
}

function Found({ q }: { q: string }) {
  return (
    <>
      <Kind<EventView> resource="events" heading="Events" q={q} sort={{ field: 'startsAt', order: 'DESC' }}>
        {(event) => (
          <>
            <TextLink to={`/events/${event.id}/show`}>{eventInWords(event)}</TextLink> {EVENT_STATUS[event.status]}
          </>
        )}
      </Kind>
      <Kind<BookingView> resource="bookings" heading="Bookings" q={q} sort={{ field: 'requestedAt', order: 'DESC' }}>
        {(booking) => (
          <>
            <TextLink to={`/bookings/${booking.id}/show`}>
              {booking.practitionerName}: {eventInWords(booking)}
            </TextLink>{' '}
            {BOOKING_STATUS[booking.status]}
          </>
        )}
      </Kind>
      <Kind<PractitionerView> resource="practitioners" heading="Practitioners" q={q}>
        {(person) => (
          <>
            <TextLink to={`/practitioners/${person.id}/show`}>{nameOf(person)}</TextLink> {person.jobRole ?? ''}
          </>
        )}
      </Kind>
      <Kind<CourseView> resource="courses" heading="Courses" q={q} sort={{ field: 'title', order: 'ASC' }}>
        {({ id, title, code }) => (
          <>
            <TextLink to={`/courses/${id}`}>{title}</TextLink> {code}
          </>
        )}
      </Kind>
      <Kind<AgencyView> resource="agencies" heading="Agencies" q={q}>
        {({ id, name, sector }) => (
          <>
            <TextLink to={`/agencies/${id}/show`}>{name}</TextLink> {sector}
          </>
        )}
      </Kind>
    </>
  );
}

interface KindProps<Row> {
  resource: string;
  heading: string;
  q: string;
  sort?: { field: string; order: 'ASC' | 'DESC' };
  children: (row: Row) => ReactNode;
}

function Kind<Row extends RaRecord>({ resource, heading, q, sort, children }: KindProps<Row>) {
  const { roles } = useRoles();
  const { data, total, error, isPending } = useGetList<Row>(
    resource,
    {
      filter: { q },
      sort: sort ?? { field: 'name', order: 'ASC' },
      pagination: { page: 1, perPage: MOST },
    },
    { enabled: mayUse(resource, 'list', roles) },
  );
  if (!mayUse(resource, 'list', roles)) return null;
  return (
    <Panel heading={total === undefined ? heading : `${heading} (${total})`}>
      <Refusal error={error} />
      {isPending ? <Waiting /> : null}
      {data?.length === 0 ? <Nothing>None.</Nothing> : null}
      <Box component="ul" sx={{ m: 0, pl: 2.5, '& li': { py: 0.25 }, '&:empty': { display: 'none' } }}>
        {data?.map((row) => (
          <li key={row.id}>{children(row)}</li>
        ))}
      </Box>
      {total !== undefined && total > MOST ? (
        <p>
          <TextLink to={listOf(resource, { q })}>See all {heading.toLowerCase()}</TextLink>
        </p>
      ) : null}
    </Panel>
  );
}
