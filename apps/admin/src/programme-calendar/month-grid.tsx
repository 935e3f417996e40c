import { Box, Paper } from '@mui/material';
import type { ProgrammeCalendarView } from '@roundtable/contracts';
import { visuallyHidden } from '@mui/utils';
import { colours } from '../look/colours';
import { dateInWords, monthInWords, weeksOf } from './calendar-days';
import { SessionLink } from './session-link';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const line = `1px solid ${colours.line}`;

/** A month as a table of weeks; on a small screen as a list of the days on which something is. */
export function MonthGrid({ calendar, today }: { calendar: ProgrammeCalendarView; today: string }) {
  const on = (date: string) => calendar.sessions.filter((session) => session.date === date);
  const days = [...new Set(calendar.sessions.map(({ date }) => date))];
  const cell = { border: line, p: 0.75, verticalAlign: 'top', width: '14.28%' } as const;
  return (
    <>
      <Paper sx={{ display: { xs: 'none', md: 'block' }, border: line }}>
        <Box
          component="table"
          sx={{ width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed', fontSize: '0.875rem' }}
        >
          <caption style={visuallyHidden}>{monthInWords(calendar.month)}</caption>
          <thead>
            <tr>
              {WEEKDAYS.map((name) => (
                <Box component="th" scope="col" key={name} sx={{ ...cell, textAlign: 'left' }}>
                  {name}
                </Box>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(calendar.month).map((week, index) => (
              <tr key={index}>
                {week.map((date, day) => (
                  <Box
                    component="td"
                    key={date ?? `${index} ${day}`}
                    sx={{ ...cell, height: 84, bgcolor: date === null || day > 4 ? colours.ground : '#ffffff' }}
                  >
                    {date === null ? null : (
                      <>
                        <Box component="span" sx={{ fontWeight: 700 }}>
                          {Number(date.slice(8))}
                          {date === today ? ', today' : ''}
                        </Box>
                        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, '& li': { py: 0.25 } }}>
                          {on(date).map((session) => (
                            <li key={`${session.eventId} ${session.start}`}>
                              <SessionLink session={session} calendar={calendar} hasPlace />
                            </li>
                          ))}
                        </Box>
                      </>
                    )}
                  </Box>
                ))}
              </tr>
            ))}
          </tbody>
        </Box>
      </Paper>
      <Box component="ul" sx={{ display: { xs: 'block', md: 'none' }, listStyle: 'none', m: 0, p: 0 }}>
        {days.map((date) => (
          <Box component="li" key={date} sx={{ borderTop: line, py: 1 }}>
            <strong>{dateInWords(date)}</strong>
            <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
              {on(date).map((session) => (
                <li key={`${session.eventId} ${session.start}`}>
                  <SessionLink session={session} calendar={calendar} hasPlace />
                </li>
              ))}
            </Box>
          </Box>
        ))}
      </Box>
    </>
  );
}
