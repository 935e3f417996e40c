import type { MorningEvent, MorningLines, MorningListView } from '@roundtable/contracts';
import { DueDate } from '../data-requests/due-date';
import { TextLink } from '../look/text-link';
import { plural } from '../words/figures';
import { DATA_REQUEST_KIND } from '../words/labels';
import { dayInWords, momentInWords } from '../words/london-time';
import { BookingNeeds } from './booking-needs';
import { Lines } from './lines';

/** How many things need somebody, whatever else the morning list tells. */
export function howMany({ settings: _, comingUp: __, ...needs }: MorningListView): number {
  return Object.values(needs).reduce((sum, { total }: MorningLines<unknown>) => sum + total, 0);
}

/** Each thing with where it is done, the most pressing kinds first. */
export function WhatNeedsYou({ morning }: { morning: MorningListView }) {
  const { weeksAhead, fullPercent } = morning.settings;
  const soon = `within ${plural(weeksAhead, 'week', 'weeks')}`;
  return (
    <>
      <Lines heading="Data requests due" found={morning.dataRequests} rest="/data-requests">
        {(request) => (
          <>
            <TextLink to={`/data-requests/${request.id}/show`}>{request.personName}</TextLink>:{' '}
            {DATA_REQUEST_KIND[request.kind].toLowerCase()}, due{' '}
            <DueDate request={{ dueAt: request.dueAt, decidedAt: null }} />
          </>
        )}
      </Lines>
      <Lines heading="Messages that failed" found={morning.failedMessages} rest="/messages">
        {({ id, subject, toName, lastError }) => (
          <>
            <TextLink to={`/messages/${id}/show`}>{subject}</TextLink> to {toName}
            {lastError ? `: ${lastError}` : null}
          </>
        )}
      </Lines>
      <Lines heading="Addresses that do not work" found={morning.bouncedAddresses} rest="/messages">
        {({ id, name, since }) => (
          <>
            <TextLink to={`/practitioners/${id}/show`}>{name}</TextLink>: mail came back on {dayInWords(since)}
          </>
        )}
      </Lines>
      <Lines heading="Registers still open" found={morning.openRegisters} rest="/events">
        {(event) => (
          <>
            <EventLink event={event} />: mark who was there, then close the register
          </>
        )}
      </Lines>
      <Lines heading="Offers that run out within a working day" found={morning.offersEnding} rest="/bookings">
        {({ id, practitionerName, agencyName, courseTitle, offeredUntil }) => (
          <>
            <TextLink to={`/bookings/${id}/show`}>{practitionerName}</TextLink>, {agencyName}: {courseTitle}
            {offeredUntil ? `, until ${momentInWords(offeredUntil)}` : null}
          </>
        )}
      </Lines>
      <BookingNeeds morning={morning} />
      <Lines heading="Agencies proposed" found={morning.proposedAgencies} rest="/agencies">
        {({ id, name }) => (
          <>
            <TextLink to={`/agencies/${id}/show`}>{name}</TextLink>: accept it, or merge it with the one that was meant
          </>
        )}
      </Lines>
      <Lines heading="Places free while people wait" found={morning.freeWhileWaiting} rest="/events">
        {(event) => (
          <>
            <EventLink event={event} />: {plural(event.placesFree, 'place', 'places')} free,{' '}
            {plural(event.waiting, 'person', 'people')} waiting
          </>
        )}
      </Lines>
      <Lines heading={`Not published, and ${soon}`} found={morning.drafts} rest="/events">
        {(event) => (
          <>
            <EventLink event={event} />: publish it, or change its dates
          </>
        )}
      </Lines>
      <Lines heading={`Lacking a sector, and ${soon}`} found={morning.lackingSector} rest="/events">
        {(event) => (
          <>
            <EventLink event={event} />: {event.lacking.map(lackInWords).join('; ')}
          </>
        )}
      </Lines>
      <Lines heading={`Less than ${fullPercent}% full, and ${soon}`} found={morning.farFromFull} rest="/events">
        {(event) => (
          <>
            <EventLink event={event} />: {event.placesHeld} of {plural(event.capacity, 'place', 'places')} held
          </>
        )}
      </Lines>
    </>
  );
}

function lackInWords({ sector, kept, expected, held }: MorningEvent['lacking'][number]): string {
  return kept !== null && held < kept
    ? `${sector} holds ${held} of ${kept} kept places`
    : `${sector} has ${held} of ${expected ?? 0} people expected`;
}

function EventLink({ event: { id, courseTitle, startsAt } }: { event: MorningEvent }) {
  return (
    <>
      <TextLink to={`/events/${id}/show`}>{courseTitle}</TextLink>, {momentInWords(startsAt)}
    </>
  );
}
