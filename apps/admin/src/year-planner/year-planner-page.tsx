import { Box, Button, MenuItem, TextField } from '@mui/material';
import type { YearPlannerView } from '@roundtable/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/request';
import { Heading } from '../look/heading';
import { Nothing, Refusal, Waiting } from '../look/notices';
import { PlannerTable } from './planner-table';

/** A year's programme by topic, level and course, with where nothing is planned. */
export default function YearPlannerPage() {
  const [wanted, setWanted] = useState({ year: '', topic: '', level: '' });
  const search = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value !== '')).toString();
  const { data, error, isPending } = useQuery({
    queryKey: ['year-planner', search],
    queryFn: () => api.get<YearPlannerView>(`/year-planner?${search}`),
    placeholderData: keepPreviousData,
  });
  const choose = (name: 'topic' | 'level', label: string, all: string, options: readonly string[]) => (
    <TextField
      select
      id={name}
      label={label}
      value={wanted[name]}
      onChange={(event) => setWanted({ ...wanted, [name]: event.target.value })}
      sx={{ width: '14rem', my: 0 }}
      slotProps={{ select: { displayEmpty: true } }}
    >
      <MenuItem value="">{all}</MenuItem>
      {options.map((option) => (
        <MenuItem key={option} value={option}>
          {option}
        </MenuItem>
      ))}
    </TextField>
  );
  const move = (years: number) => data && setWanted({ ...wanted, year: yearAfter(data.year, years) });
  return (
    <>
      <Heading intro="How many events begin in each month, April to March. Drafts count, and are named; cancelled events do not.">
        {data ? `Year planner ${data.year}` : 'Year planner'}
      </Heading>
      <Refusal error={error} />
      {isPending ? <Waiting /> : null}
      {data ? (
        <>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'flex-end', mb: 2 }}>
            <Button variant="outlined" onClick={() => move(-1)}>
              Year before
            </Button>
            <Button variant="outlined" onClick={() => move(1)}>
              Next year
            </Button>
            {choose('topic', 'Topic', 'All topics', data.topics)}
            {choose('level', 'Level', 'All levels', data.levels)}
            <Button component="a" href={`/api/year-planner.csv?${search}`} download>
              Download as CSV
            </Button>
          </Box>
          {data.courses.length === 0 ? <Nothing>No course matches. Choose another topic or level.</Nothing> : null}
          <PlannerTable heading="By topic" first="Topic" planner={data} rows={data.byTopic} />
          <PlannerTable heading="By level" first="Level" planner={data} rows={data.byLevel} />
          <PlannerTable heading="By course" first="Course" planner={data} rows={data.courses} />
        </>
      ) : null}
    </>
  );
}

/** ('2026-27', 1) is '2027-28'. */
function yearAfter(year: string, years: number): string {
  const first = Number(year.slice(0, 4)) + years;
  return `${first}-${String((first + 1) % 100).padStart(2, '0')}`;
}
