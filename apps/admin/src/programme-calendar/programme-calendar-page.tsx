import { Alert, Box, Button, MenuItem, TextField, ToggleButton, ToggleButtonGroup } from '@mui/material';
import type { ProgrammeCalendarView } from '@roundtable/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { api } from '../api/request';
import { useNow } from '../api/demonstration';
import { Heading } from '../look/heading';
import { Nothing, Refusal, Waiting } from '../look/notices';
import { londonDateAfter } from '../words/london-time';
import { ByVenue } from './by-venue';
import { dateInWords, monthAfter, monthInWords } from './calendar-days';
import { MonthGrid } from './month-grid';
import { NO_VENUE, ONLINE, placeOf } from './places';

/** The programme by month, as a grid of days or a table by venue. */
export default function ProgrammeCalendarPage() {
  const now = useNow();
  return now ? <Month today={londonDateAfter(now, 0)} /> : <Waiting />;
}

function Month({ today }: { today: string }) {
  const [search, setSearch] = useSearchParams();
  const month = search.get('month') ?? today.slice(0, 7);
  const [place, setPlace] = useState('');
  const [view, setView] = useState<'days' | 'venues'>('days');
  const { data, error, isPending } = useQuery({
    queryKey: ['programme-calendar', month],
    queryFn: () => api.get<ProgrammeCalendarView>(`/programme-calendar?month=${month}`),
  });
  const go = (months: number) => setSearch({ month: monthAfter(month, months) });
  const shown = data?.sessions.filter((session) => place === '' || placeOf(session) === place) ?? [];
  return (
    <>
      <Heading title={`Programme, ${monthInWords(month)}`} intro="Drafts are shown too. Each event leads to its page.">
        {`Programme in ${monthInWords(month)}`}
      </Heading>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'flex-end', mb: 2 }}>
        <Button variant="outlined" onClick={() => go(-1)}>
          Month before
        </Button>
        <Button variant="outlined" onClick={() => go(1)}>
          Next month
        </Button>
        <TextField
          id="month"
          label="Month"
          type="month"
          value={month}
          onChange={(event) => /^20\d\d-\d\d$/.test(event.target.value) && setSearch({ month: event.target.value })}
          sx={{ width: '11rem', my: 0 }}
        />
        <TextField
          select
          id="place"
          label="Venue"
          value={place}
          onChange={(event) => setPlace(event.target.value)}
          sx={{ width: '14rem', my: 0 }}
          slotProps={{ select: { displayEmpty: true } }}
        >
          <MenuItem value="">Everywhere</MenuItem>
          {placesOf(data).map(([id, name]) => (
            <MenuItem key={id} value={id}>
              {name}
            </MenuItem>
          ))}
        </TextField>
        <ToggleButtonGroup
          exclusive
          value={view}
          onChange={(_, chosen: 'days' | 'venues' | null) => chosen && setView(chosen)}
          aria-label="How the month is shown"
        >
          <ToggleButton value="days">By day</ToggleButton>
          <ToggleButton value="venues">By venue</ToggleButton>
        </ToggleButtonGroup>
      </Box>
      <Refusal error={error} />
      {isPending ? <Waiting /> : null}
      {data ? <Clashes calendar={data} /> : null}
      {data && shown.length === 0 ? <Nothing>Nothing is planned in {monthInWords(month)} here.</Nothing> : null}
      {data && view === 'days' ? <MonthGrid calendar={{ ...data, sessions: shown }} today={today} /> : null}
      {data && view === 'venues' && shown.length > 0 ? (
        <ByVenue calendar={{ ...data, sessions: shown }} places={placesOf(data)} />
      ) : null}
    </>
  );
}

function placesOf(calendar: ProgrammeCalendarView | undefined): [id: string, name: string][] {
  return [
    ...(calendar?.venues ?? []).map(({ id, name }): [string, string] => [id, name]),
    [ONLINE, 'Online'],
    [NO_VENUE, 'No venue yet'],
  ];
}

function Clashes({ calendar: { clashes } }: { calendar: ProgrammeCalendarView }) {
  if (clashes.length === 0) return null;
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      <strong>{clashes.length === 1 ? 'Two events clash' : `${clashes.length} clashes at venues`}</strong>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {clashes.map(({ date, eventIds, inWords }) => (
          <li key={`${date} ${eventIds.join(' ')}`}>
            {dateInWords(date)}: {inWords}.
          </li>
        ))}
      </Box>
    </Alert>
  );
}
