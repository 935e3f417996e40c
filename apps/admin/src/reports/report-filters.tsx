import { Box, MenuItem, TextField } from '@mui/material';
import type { CourseView } from '@roundtable/contracts';
import type { ReactNode } from 'react';
import { useGetList } from 'react-admin';
import { useSearchParams } from 'react-router-dom';

/**
 * Dates and course of a report, and what else it is asked by. What is chosen stays in the page's address, so that it
 * can be sent to a colleague.
 */
export function ReportFilters({ children }: { children?: ReactNode }) {
  const [search, setSearch] = useSearchParams();
  const { data: courses } = useGetList<CourseView>('courses', {
    sort: { field: 'title', order: 'ASC' },
    pagination: { page: 1, perPage: 200 },
  });
  const choose = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value === '') next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: true });
  };
  const courseId = search.get('courseId') ?? '';
  const isKnown = courseId === '' || courses?.some(({ id }) => id === courseId);
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { md: '11rem 11rem minmax(0, 24rem) 9rem 9rem' },
        columnGap: 2,
        mb: 2.5,
      }}
    >
      <TextField
        id="from"
        type="date"
        label="From"
        value={search.get('from') ?? ''}
        onChange={(event) => choose('from', event.target.value)}
      />
      <TextField
        id="to"
        type="date"
        label="To"
        value={search.get('to') ?? ''}
        onChange={(event) => choose('to', event.target.value)}
      />
      <TextField
        select
        id="course"
        label="Course"
        value={isKnown ? courseId || 'all' : 'all'}
        onChange={(event) => choose('courseId', event.target.value === 'all' ? '' : event.target.value)}
      >
        <MenuItem value="all">All courses</MenuItem>
        {(courses ?? []).map(({ id, title }) => (
          <MenuItem key={id} value={id}>
            {title}
          </MenuItem>
        ))}
      </TextField>
      {children}
    </Box>
  );
}
