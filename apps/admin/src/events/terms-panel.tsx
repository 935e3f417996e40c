import { Stack } from '@mui/material';
import { type EventTermsView, type EventView, type Fee } from '@roundtable/contracts';
import { Facts } from '../look/facts';
import { Refusal, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { TextLink } from '../look/text-link';
import { money, plural } from '../words/figures';
import { FEE_TYPE, capitalised } from '../words/labels';
import { dateInWords, dayInWords, momentInWords } from '../words/london-time';
import { useEventTerms } from './use-event-terms';

/** On what terms places are given, with the dates that follow. */
export function TermsPanel({ event }: { event: EventView }) {
  const { data: terms, error } = useEventTerms(event.id);
  const isComing = event.status === 'draft' || event.status === 'published';
  return (
    <Panel heading="Terms">
      <Refusal error={error} />
      {terms ? <Terms terms={terms} /> : error ? null : <Waiting />}
      {isComing ? (
        <p>
          <TextLink to={`/events/${event.id}/terms`}>Change the terms</TextLink>
        </p>
      ) : null}
    </Panel>
  );
}

function Terms({ terms }: { terms: EventTermsView }) {
  const { dates, course } = terms;
  const momentOr = (moment: string | null, otherwise: string) => (moment ? momentInWords(moment) : otherwise);
  const fees = terms.fees.length > 0 ? terms.fees : course.fees;
  return (
    <Facts
      facts={[
        ['Booking opens', momentOr(dates.bookingOpensAt, 'when it is published')],
        ['Booking closes', momentOr(dates.bookingClosesAt, 'when it starts')],
        ['Free to cancel until', momentOr(dates.freeCancellationUntil, 'not known while there is no date')],
        ['Fees', fees.length > 0 ? <Lines key="fees" lines={fees.map(feeInWords)} /> : 'Free'],
        ['Cost code', terms.costCode ?? course.costCode],
        ['Fees are set', fees.length === 0 ? null : terms.fees.length > 0 ? 'on this event' : 'on the course'],
        [
          'Kept places',
          terms.keptPlaces.length > 0 ? <Lines key="kept" lines={terms.keptPlaces.map(keptInWords)} /> : 'none',
        ],
        ['Most for one agency', terms.agencyCap],
        ['Most for one group', terms.groupCap],
        [
          'Smallest number',
          terms.minimumPlaces !== null && terms.decideBy !== null
            ? `${plural(terms.minimumPlaces, 'person', 'people')}, decided by ${dateInWords(terms.decideBy)}`
            : null,
        ],
        ['To know beforehand', terms.note],
      ]}
    />
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <Stack spacing={0.25}>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </Stack>
  );
}

function feeInWords({ feeType, pence, chargePence }: Fee): string {
  const who =
    feeType === '*' ? 'Everybody else' : (Object.entries(FEE_TYPE).find(([type]) => type === feeType)?.[1] ?? feeType);
  return `${who}: ${money(pence)}${chargePence ? `; absent or cancelled too late: ${money(chargePence)}` : ''}`;
}

function keptInWords({ sector, places, releasedAt }: EventTermsView['keptPlaces'][number]): string {
  const until = releasedAt ? `, released on ${dayInWords(releasedAt)}` : '';
  return `${capitalised(sector)}: ${plural(places, 'place', 'places')}${until}`;
}
