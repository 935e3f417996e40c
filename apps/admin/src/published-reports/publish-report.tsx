import { Box, MenuItem, TextField, Typography } from '@mui/material';
import {
  type CourseView,
  PUBLISHED_CUTS,
  type NewPublishedReport,
  type PublishedCut,
  type PublishedReportDetail,
} from '@roundtable/contracts';
import { useState } from 'react';
import { useGetList } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { fieldErrors, refusalDetail } from '../api/refusals';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';
import { dayInWords } from '../words/london-time';
import { whatItHolds } from './what-it-holds';

export const CUT: Record<PublishedCut, string> = { event: 'Event', month: 'Month', sector: 'Sector' };

/** Asks what is published: a title, whole months, of which course, and how it is cut; and says what it will hold. */
export function PublishReport({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [by, setBy] = useState<PublishedCut | 'none'>('none');
  const [courseId, setCourseId] = useState('all');
  const { data: courses = [] } = useGetList<CourseView>('courses', {
    sort: { field: 'title', order: 'ASC' },
    pagination: { page: 1, perPage: 200 },
  });
  const publish = useAction(
    (wanted: NewPublishedReport) => api.post<PublishedReportDetail>('/reports/published', wanted),
    {
      done: 'The report is published. Make a link to it for whoever may read it.',
      onDone: ({ id }) => {
        onClose();
        void navigate(`/reports/published/${id}`);
      },
      showsRefusal: true,
    },
  );
  const opensAt = refusalDetail(publish.error)['opensAt'];
  const refused: Record<string, string> = {
    ...fieldErrors(publish.error),
    ...(typeof opensAt === 'string' && {
      to: `People can still answer about events until then. Choose an earlier day, or publish from ${dayInWords(opensAt)}.`,
    }),
  };
  const isAtField = ['title', 'from', 'to', 'by', 'courseId'].some((field) => refused[field] !== undefined);
  const wanted = {
    title,
    from,
    to,
    ...(by === 'none' ? {} : { by }),
    ...(courseId === 'all' ? {} : { courseId }),
  };
  const course = courses.find(({ id }) => id === courseId)?.title ?? null;
  return (
    <ActionDialog
      heading="Publish a report"
      verb="Publish the report"
      isOpen
      onClose={onClose}
      onDo={() => publish.mutate(wanted)}
      isBusy={publish.isPending}
      error={isAtField ? null : publish.error}
    >
      <p>Its figures are kept as they are now. Later corrections of data change nothing in it.</p>
      <TextField
        id="report-title"
        label="Title"
        autoFocus
        value={title}
        onChange={({ target }) => setTitle(target.value)}
        error={refused['title'] !== undefined}
        helperText={refused['title'] ?? 'Such as: what was learnt in 2025-26.'}
        slotProps={{ htmlInput: { maxLength: 200 } }}
      />
      <TextField
        id="report-from"
        type="date"
        label="From"
        value={from}
        onChange={({ target }) => setFrom(target.value)}
        error={refused['from'] !== undefined}
        helperText={refused['from'] ?? 'The first day of a month. A partnership year starts on 1 April.'}
      />
      <TextField
        id="report-to"
        type="date"
        label="To"
        value={to}
        onChange={({ target }) => setTo(target.value)}
        error={refused['to'] !== undefined}
        helperText={refused['to'] ?? 'The last day of a month, at least six weeks ago.'}
      />
      <TextField
        select
        id="report-course"
        label="Course"
        value={courseId}
        onChange={({ target }) => setCourseId(target.value)}
        error={refused['courseId'] !== undefined}
        helperText={refused['courseId'] ?? 'A report about one course tells nothing of who came in all.'}
      >
        <MenuItem value="all">All courses</MenuItem>
        {courses.map(({ id, title: name }) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        id="report-by"
        label="Show by"
        value={by}
        onChange={({ target }) => setBy(target.value as PublishedCut | 'none')}
        error={refused['by'] !== undefined}
        helperText={refused['by'] ?? 'By sector is for one whole partnership year.'}
      >
        <MenuItem value="none">Statement alone</MenuItem>
        {PUBLISHED_CUTS.map((cut) => (
          <MenuItem key={cut} value={cut}>
            {CUT[cut]}
          </MenuItem>
        ))}
      </TextField>
      <Holds parts={whatItHolds({ from, to, by: by === 'none' ? null : by, course })} />
    </ActionDialog>
  );
}

function Holds({ parts }: { parts: readonly string[] }) {
  if (parts.length === 0) return null;
  return (
    <Box role="status" sx={{ mt: 1 }}>
      <Typography component="h3" variant="h3">
        What it will hold
      </Typography>
      <ul>
        {parts.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
    </Box>
  );
}
