import { Box, Button, Card, CardContent, FormControlLabel, Checkbox, MenuItem, TextField } from '@mui/material';
import type { EventView, RepeatEvery, Repetition, RepetitionView } from '@roundtable/contracts';
import { useState } from 'react';
import { useGetOne, useRedirect } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { fieldErrors, unlessAtField } from '../api/refusals';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { Heading } from '../look/heading';
import { Refusal, Waiting } from '../look/notices';
import { plural } from '../words/figures';
import { eventInWords } from './office-event';
import { RepetitionDates } from './repetition-dates';

const EVERY: Record<RepeatEvery, string> = {
  week: 'Every week',
  fortnight: 'Every fortnight',
  month: 'Every month, on the same weekday of the month',
};

/** Holds an event again and again: shows the dates first, then makes the drafts. */
export default function RepeatEvent() {
  const { id = '' } = useParams();
  const event = useGetOne<EventView>('events', { id });
  if (event.error) return <Refusal error={event.error} />;
  return event.data ? <Repeat event={event.data} /> : <Waiting />;
}

function Repeat({ event }: { event: EventView }) {
  const redirect = useRedirect();
  const [every, setEvery] = useState<RepeatEvery>('week');
  const [times, setTimes] = useState('6');
  const [until, setUntil] = useState('');
  const [skips, setSkips] = useState(true);
  const path = `/events/${encodeURIComponent(event.id)}/repetition`;
  const wanted: Repetition = {
    every,
    ...(until ? { until } : { times: Number(times) }),
    skipSchoolHolidays: skips,
  };
  const preview = useAction((asked: Repetition) => api.post<RepetitionView>(`${path}?dryRun=true`, asked), {
    done: ({ events }) => `${plural(events.length, 'date', 'dates')} found.`,
    showsRefusal: true,
  });
  const repeat = useAction((asked: Repetition) => api.post<RepetitionView>(path, asked), {
    done: ({ events }) =>
      `${plural(events.length, 'draft was', 'drafts were')} made. Publish them when they are right.`,
    onDone: () => redirect('list', 'events'),
    showsRefusal: true,
  });
  const change = (set: () => void) => {
    preview.reset();
    repeat.reset();
    set();
  };
  const error = repeat.error ?? preview.error;
  const refused = fieldErrors(error);
  return (
    <>
      <Heading
        title={`Repeat: ${eventInWords(event)}`}
        intro={`${eventInWords(event)}. Each repeat is a draft with the same facts and terms, at the same London time. Bank holidays and closure days are always skipped.`}
      >
        Repeat this event
      </Heading>
      <Card sx={{ maxWidth: '44rem', mb: 2.5 }}>
        <CardContent
          component="form"
          noValidate
          onSubmit={(press) => {
            press.preventDefault();
            preview.mutate(wanted);
          }}
        >
          <Refusal error={unlessAtField(error, 'times', 'until', 'every')} />
          <TextField
            select
            id="repeat-every"
            label="How often"
            value={every}
            onChange={({ target }) => change(() => setEvery(target.value as RepeatEvery))}
            error={refused['every'] !== undefined}
            helperText={refused['every']}
          >
            {Object.entries(EVERY).map(([choice, words]) => (
              <MenuItem key={choice} value={choice}>
                {words}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            id="repeat-times"
            label="How many times"
            value={times}
            onChange={({ target }) => change(() => setTimes(target.value))}
            error={refused['times'] !== undefined}
            helperText={refused['times'] ?? 'Skipped dates do not count.'}
            slotProps={{ htmlInput: { inputMode: 'numeric' } }}
          />
          <TextField
            id="repeat-until"
            label="Or until this date"
            type="date"
            value={until}
            onChange={({ target }) => change(() => setUntil(target.value))}
            error={refused['until'] !== undefined}
            helperText={refused['until'] ?? 'Goes before the number of times.'}
          />
          <FormControlLabel
            control={<Checkbox checked={skips} onChange={({ target }) => change(() => setSkips(target.checked))} />}
            label="Skip the school holidays"
          />
          <Box sx={{ display: 'flex', gap: 1.5, mt: 1.5 }}>
            <Button type="submit" variant={preview.data ? 'outlined' : 'contained'} disabled={preview.isPending}>
              Show the dates
            </Button>
            <Button component={Link} to={`/events/${event.id}/show`}>
              Go back
            </Button>
          </Box>
        </CardContent>
      </Card>
      {preview.data ? (
        <>
          <RepetitionDates found={preview.data} />
          {preview.data.events.length > 0 ? (
            <Button variant="contained" disabled={repeat.isPending} onClick={() => repeat.mutate(wanted)}>
              Make {plural(preview.data.events.length, 'draft', 'drafts')}
            </Button>
          ) : null}
        </>
      ) : null}
    </>
  );
}
