import { FormControl, FormControlLabel, FormHelperText, FormLabel, Radio, RadioGroup } from '@mui/material';
import type { EventView } from '@roundtable/contracts';
import { useGetList } from 'react-admin';
import { useNow } from '../api/demonstration';
import { Nothing, Refusal, Waiting } from '../look/notices';
import { plural } from '../words/figures';
import { placeInWords } from '../words/labels';
import { londonDateAfter, spanInWords } from '../words/london-time';

interface ChooseDateProps {
  label: string;
  courseId: string;
  /** The event that is left. */
  withoutId: string;
  value: string;
  onChoose: (eventId: string) => void;
  error?: string | undefined;
  /** A first choice that stands for no date. */
  none?: string;
}

const MOST = 50;

/** One of the coming dates of a course, each with how many places are open. */
export function ChooseDate({ label, courseId, withoutId, value, onChoose, error, none }: ChooseDateProps) {
  const now = useNow();
  const { data, error: failure } = useGetList<EventView>(
    'events',
    {
      filter: { courseId, status: 'published', ...(now ? { from: londonDateAfter(now, 0) } : {}) },
      sort: { field: 'startsAt', order: 'ASC' },
      pagination: { page: 1, perPage: MOST },
    },
    { enabled: now !== undefined },
  );
  if (failure) return <Refusal error={failure} />;
  if (!data || !now) return <Waiting />;
  const dates = data.filter(({ id, startsAt }) => id !== withoutId && startsAt !== null && new Date(startsAt) > now);
  if (dates.length === 0) return <Nothing>There is no other coming date of this course.</Nothing>;
  return (
    <FormControl error={error !== undefined} margin="dense">
      <FormLabel id="choose-date" sx={{ fontWeight: 600, color: 'text.primary' }}>
        {label}
      </FormLabel>
      <RadioGroup aria-labelledby="choose-date" value={value} onChange={({ target }) => onChoose(target.value)}>
        {none === undefined ? null : <FormControlLabel value="" control={<Radio />} label={none} />}
        {dates.map((event) => (
          <FormControlLabel key={event.id} value={event.id} control={<Radio />} label={dateWithPlaces(event)} />
        ))}
      </RadioGroup>
      {error === undefined ? null : <FormHelperText>{error}</FormHelperText>}
    </FormControl>
  );
}

/** Such as 'Wed 22 May 2024, 9:30am to 12:30pm, Loxley House: 4 places free'. */
function dateWithPlaces({ startsAt, endsAt, delivery, venue, placesFree, waiting }: EventView): string {
  const when = startsAt && endsAt ? spanInWords(startsAt, endsAt) : 'no date';
  const line = waiting > 0 ? `, ${plural(waiting, 'person', 'people')} waiting` : '';
  return `${when}, ${placeInWords({ delivery, venue })}: ${plural(placesFree, 'place', 'places')} free${line}`;
}
