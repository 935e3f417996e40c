import { Box, Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { EventView, RegisterView } from '@roundtable/contracts';
import { useState } from 'react';
import { useRoles } from '../api/access';
import { useNow } from '../api/demonstration';
import { api } from '../api/request';
import { Nothing, Refusal, Waiting } from '../look/notices';
import { listOf } from '../look/list-of';
import { Panel } from '../look/panel';
import { PlainTable, type Column } from '../look/plain-table';
import { TextLink } from '../look/text-link';
import { ATTENDANCE } from '../words/labels';
import { dayInWords, londonDateAfter, momentInWords, timeInWords } from '../words/london-time';
import { plural } from '../words/figures';
import { AddWalkIn } from './add-walk-in';
import { CloseTheRegister } from './close-the-register';
import { MarkEverybodyPresent } from './mark-everybody-present';
import { MarkPresence } from './mark-presence';
import { RegisterFiles } from './register-files';

type Row = RegisterView['rows'][number];

/** The register opens on the day of the first session. */
function isBeforeTheDay({ startsAt }: EventView, now: Date): boolean {
  return startsAt !== null && londonDateAfter(now, 0) < londonDateAfter(new Date(startsAt), 0);
}

export function RegisterPanel({ event }: { event: EventView }) {
  const now = useNow();
  if (!now || event.status === 'cancelled') return null;
  if (event.startsAt && isBeforeTheDay(event, now))
    return (
      <Panel heading="Register">
        <Nothing>The register opens on {dayInWords(event.startsAt)}.</Nothing>
      </Panel>
    );
  return <OpenedRegister eventId={event.id} />;
}

function OpenedRegister({ eventId }: { eventId: string }) {
  const { data: register, error } = useQuery({
    queryKey: ['events', 'register', eventId],
    queryFn: () => api.get<RegisterView>(`/events/${encodeURIComponent(eventId)}/register`),
    retry: false,
  });
  return (
    <Panel heading="Register">
      {error ? <Refusal error={error} /> : null}
      {register ? <Register register={register} /> : error ? null : <Waiting />}
    </Panel>
  );
}

function Register({ register }: { register: RegisterView }) {
  const { may } = useRoles();
  const [isCorrecting, setCorrecting] = useState(false);
  const isOpen = register.closedAt === null;
  const mayMark = may('register.write') && (isOpen || isCorrecting);
  const columns: Column<Row>[] = [
    {
      heading: 'Person',
      isRowHeading: true,
      cell: ({ practitionerName, walkIn }) =>
        walkIn ? `${practitionerName} (came without a place)` : practitionerName,
    },
    { heading: 'Agency', cell: ({ agencyName }) => agencyName },
    ...register.sessions.map((session, index): Column<Row> => ({
      heading: sessionInWords(session.startsAt, index, register.sessions.length),
      cell: (row) => <MarkPresence eventId={register.eventId} row={row} session={session} isOpen={mayMark} />,
    })),
    { heading: 'Attendance', cell: ({ attendance }) => (attendance ? ATTENDANCE[attendance] : 'not marked') },
  ];
  if (register.rows.length === 0)
    return (
      <>
        <Nothing>Nobody has a confirmed place, so there is nobody to mark.</Nothing>
        {mayMark ? <AddWalkIn register={register} /> : null}
      </>
    );
  return (
    <>
      {register.closedAt ? (
        <p>
          Closed on {momentInWords(register.closedAt)}.
          {may('charges.decide') ? (
            <>
              {' '}
              <TextLink to={listOf('charges', { eventId: register.eventId })}>Charges of this event</TextLink>
            </>
          ) : null}
        </p>
      ) : null}
      {register.overCapacity ? (
        <p>
          <strong>More people came than the {plural(register.capacity, 'place', 'places')} of this event.</strong>
        </p>
      ) : null}
      <PlainTable
        caption="Register, person by person"
        columns={columns}
        rows={register.rows}
        rowKey={({ bookingId }) => bookingId}
      />
      {isOpen ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mt: 2 }}>
          {may('register.write') ? <MarkEverybodyPresent register={register} /> : null}
          {may('register.write') ? <AddWalkIn register={register} /> : null}
          {may('register.close') ? <CloseTheRegister eventId={register.eventId} /> : null}
        </Box>
      ) : may('register.write') ? (
        <Button variant="outlined" sx={{ mt: 2 }} onClick={() => setCorrecting(!isCorrecting)}>
          {isCorrecting ? 'Finish correcting' : 'Correct the register'}
        </Button>
      ) : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2 }}>
        <RegisterFiles eventId={register.eventId} />
      </Box>
    </>
  );
}

function sessionInWords(startsAt: string, index: number, sessions: number): string {
  return sessions === 1
    ? 'Present or absent'
    : `Session ${index + 1}: ${dayInWords(startsAt)}, ${timeInWords(startsAt)}`;
}
