import type { EventView, TeamPlacesView } from '@roundtable/contracts';
import { api } from '../../api/request';
import { useAnswer } from '../../api/use-answer';
import { ConfirmedAction } from '../../look/confirmed-action';
import { Nothing, Refusal, Waiting } from '../../look/notices';
import { Panel } from '../../look/panel';
import { type Column, PlainTable } from '../../look/plain-table';
import { plural } from '../../words/figures';
import { dayInWords, momentInWords } from '../../words/london-time';
import { eventPath } from '../event-path';
import { HoldTeamPlaces } from './hold-team-places';
import { NameSomebody } from './name-somebody';

const columns: Column<TeamPlacesView>[] = [
  { heading: 'Agency', isRowHeading: true, cell: ({ agencyName }) => agencyName },
  { heading: 'Without a name', cell: ({ places, releasedAt }) => (releasedAt ? 'none' : String(places)) },
  {
    heading: 'Held until',
    cell: ({ heldUntil, releasedAt }) =>
      releasedAt ? `given back or named by ${dayInWords(releasedAt)}` : momentInWords(heldUntil),
  },
];

const changes: Column<TeamPlacesView> = {
  heading: 'Change',
  cell: (held) =>
    held.releasedAt ? null : (
      <>
        <NameSomebody held={held} />
        <GiveBack held={held} />
      </>
    ),
};

function GiveBack({ held: { id, agencyName, places } }: { held: TeamPlacesView }) {
  return (
    <ConfirmedAction
      verb="Give back"
      what={`the places of ${agencyName}`}
      call={() => api.post<TeamPlacesView>(`/team-places/${encodeURIComponent(id)}/release`)}
      done={`The places of ${agencyName} were given back, and go to whoever waits.`}
    >
      <p>{plural(places, 'place goes', 'places go')} to whoever waits. Those who were named keep theirs.</p>
    </ConfirmedAction>
  );
}

/** Places that agencies hold without names. */
export function TeamPlacesPanel({ event }: { event: EventView }) {
  const { data, error } = useAnswer<TeamPlacesView[]>(eventPath(event.id, 'team-places'));
  const isOpen = event.status === 'published';
  if (!isOpen && data?.length === 0) return null;
  return (
    <Panel heading="Team places">
      <Refusal error={error} />
      {!data && !error ? <Waiting /> : null}
      {data ? (
        <PlainTable
          caption="Places that agencies hold without names"
          columns={isOpen ? [...columns, changes] : columns}
          rows={data}
          rowKey={({ id }) => id}
          empty={<Nothing>No agency holds places without names.</Nothing>}
        />
      ) : null}
      {isOpen ? <HoldTeamPlaces event={event} /> : null}
    </Panel>
  );
}
