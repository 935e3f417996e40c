import { Box } from '@mui/material';
import type { ProgrammeCalendarView } from '@roundtable/contracts';
import { Panel } from '../look/panel';
import { plural } from '../words/figures';
import { dateInWords } from './calendar-days';
import { placeOf } from './places';
import { SessionLink } from './session-link';

interface ByVenueProps {
  calendar: ProgrammeCalendarView;
  places: readonly [id: string, name: string][];
}

/** The sessions of a month at each venue, online, and without a venue yet. */
export function ByVenue({ calendar, places }: ByVenueProps) {
  return (
    <>
      {places.map(([id, name]) => {
        const sessions = calendar.sessions.filter((session) => placeOf(session) === id);
        if (sessions.length === 0) return null;
        return (
          <Panel key={id} heading={`${name}: ${plural(sessions.length, 'session', 'sessions')}`}>
            <Box component="ul" sx={{ m: 0, pl: 2.5, '& li': { py: 0.25 } }}>
              {sessions.map((session) => (
                <li key={`${session.eventId} ${session.date} ${session.start}`}>
                  {dateInWords(session.date)}, <SessionLink session={session} calendar={calendar} />
                </li>
              ))}
            </Box>
          </Panel>
        );
      })}
    </>
  );
}
