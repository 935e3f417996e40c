import { MenuItem, TextField } from '@mui/material';
import {
  PUBLISHED_CUTS,
  type NewPublishedReport,
  type PublishedCut,
  type PublishedReportDetail,
} from '@roundtable/contracts';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { fieldErrors, unlessAtField } from '../api/refusals';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';

export const CUT: Record<PublishedCut, string> = { event: 'Event', month: 'Month', sector: 'Sector' };

/** Asks what is published: a title, whole months, and how it is cut. */
export function PublishReport({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [by, setBy] = useState<PublishedCut | 'none'>('none');
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
  const refused = fieldErrors(publish.error);
  return (
    <ActionDialog
      heading="Publish a report"
      verb="Publish the report"
      isOpen
      onClose={onClose}
      onDo={() => publish.mutate({ title, from, to, ...(by === 'none' ? {} : { by }) })}
      isBusy={publish.isPending}
      error={unlessAtField(publish.error, 'title', 'from', 'to', 'by')}
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
    </ActionDialog>
  );
}
