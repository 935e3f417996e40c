import { Box, Button, Typography } from '@mui/material';
import { TextInput } from 'react-admin';
import { useFieldArray, useWatch } from 'react-hook-form';
import { dayInWords, fromLondon } from '../words/london-time';
import type { TypedSession } from './event-sessions';

/** The dates of an event, typed in London time. Each is said back with its weekday. */
export function SessionsInput() {
  const { fields, append, remove } = useFieldArray<{ sessions: TypedSession[] }, 'sessions', 'key'>({
    name: 'sessions',
    keyName: 'key',
  });
  const typed = useWatch<{ sessions: TypedSession[] }, 'sessions'>({ name: 'sessions' });
  return (
    <Box sx={{ width: '100%', my: 1.5 }}>
      {fields.map((field, index) => (
        <Box component="fieldset" key={field.key} sx={{ border: 0, p: 0, m: 0, mb: 1.5, minWidth: 0 }}>
          <Typography component="legend" sx={{ fontWeight: 700, p: 0 }}>
            Session {index + 1}
            {weekdayOf(typed?.[index])}
          </Typography>
          <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '2fr 1fr 1fr' }, columnGap: 2 }}>
            <TextInput source={`sessions.${index}.date`} label="Date" type="date" helperText={false} />
            <TextInput source={`sessions.${index}.start`} label="Starts" type="time" helperText={false} />
            <TextInput source={`sessions.${index}.end`} label="Ends" type="time" helperText={false} />
          </Box>
          {fields.length > 1 ? <Button onClick={() => remove(index)}>Remove session {index + 1}</Button> : null}
        </Box>
      ))}
      <Button variant="outlined" onClick={() => append({ date: '', start: '', end: '' })}>
        Add another session
      </Button>
    </Box>
  );
}

function weekdayOf(session: TypedSession | undefined): string {
  const instant = session?.date ? fromLondon({ date: session.date, time: '12:00' }) : null;
  return instant ? `: ${dayInWords(instant)}` : '';
}
