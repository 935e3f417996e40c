import { Box, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { AnswersExportView } from '@roundtable/contracts';
import { useState } from 'react';
import { api } from '../api/request';
import { Heading } from '../look/heading';
import { Refusal, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { DemonstrationTag } from '../look/tag';
import { DownloadAnswers } from './download-answers';

/** Single answers without names, for whom a system owner lets take them out. */
export default function AllAnswersPage() {
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const query = new URLSearchParams({
    ...(isMonth(from) && { from: `${from}-01` }),
    ...(isMonth(to) && { to: lastDayOf(to) }),
  }).toString();
  const preview = useQuery({
    queryKey: ['reports', 'answers', query],
    queryFn: () => api.get<AnswersExportView>(`/reports/answers?${query}`),
  });
  return (
    <>
      <Heading intro="Every answer as a line of its own, without names, e-mail addresses or text that people wrote. Each file is written down in the audit log. The people who answered were told: confidential, not anonymous.">
        All answers
      </Heading>
      <Box sx={{ display: 'grid', gridTemplateColumns: { sm: '11rem 11rem' }, columnGap: 2, mb: 2.5 }}>
        <Month id="from" label="From (month)" value={from} onChange={setFrom} />
        <Month id="to" label="Until (month)" value={to} onChange={setTo} />
      </Box>
      <Refusal error={preview.error} />
      {preview.isPending ? <Waiting /> : null}
      {preview.data ? (
        <Panel heading="What the file holds">
          {preview.data.demonstration ? <DemonstrationTag /> : null}
          <Holds view={preview.data} />
          <DownloadAnswers key={query} query={query} isEmpty={preview.data.answers === 0} />
        </Panel>
      ) : null}
    </>
  );
}

function Holds({ view }: { view: AnswersExportView }) {
  const counted = (count: number, one: string, many: string) =>
    `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
  return (
    <ul>
      <li>
        {counted(view.answers, 'answer', 'answers')} of {counted(view.events, 'event', 'events')} that five or more
        people answered, once their six weeks for answers are over.
      </li>
      <li>
        Smaller events stand under their course and year, without event and date, once the year is over:{' '}
        {counted(view.pools, 'course and year', 'courses and years')}.
      </li>
      {view.leftOut > 0 ? (
        <li>
          {counted(view.leftOut, 'course and year is', 'courses and years are')} left out, because fewer than five
          people answered in all.
        </li>
      ) : null}
    </ul>
  );
}

function Month({
  id,
  label,
  value,
  onChange,
}: {
  id: string;
  label: string;
  value: string;
  onChange: (month: string) => void;
}) {
  return (
    <TextField
      id={id}
      type="month"
      label={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
}

/** Browsers without a chooser of months let people type. */
function isMonth(text: string): boolean {
  return /^(19|20)\d{2}-(0[1-9]|1[0-2])$/.test(text);
}

/** '2026-02-28' of '2026-02'. */
function lastDayOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
