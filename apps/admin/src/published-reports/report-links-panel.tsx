import { Button, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { NewReportLinkView, ReportLinkView } from '@roundtable/contracts';
import { useState } from 'react';
import { useNow } from '../api/demonstration';
import { api } from '../api/request';
import { ConfirmedAction } from '../look/confirmed-action';
import { Nothing, Refusal } from '../look/notices';
import { Panel } from '../look/panel';
import { PlainTable, type Column } from '../look/plain-table';
import { dayInWords } from '../words/london-time';
import { MakeReportLink } from './make-report-link';

/** Links by which a scrutineer reads the report without an account; whoever has one reads every edition of it. */
export function ReportLinksPanel({ reportId }: { reportId: string }) {
  const [isOpen, setOpen] = useState(false);
  const [made, setMade] = useState<NewReportLinkView | null>(null);
  const now = useNow();
  const links = useQuery({
    queryKey: ['reports', 'published', reportId, 'links'],
    queryFn: () => api.get<ReportLinkView[]>(`/reports/published/${encodeURIComponent(reportId)}/links`),
  });
  const isOver = (link: ReportLinkView) =>
    link.revokedAt !== null || (now !== undefined && new Date(link.expiresAt) <= now);
  const columns: Column<ReportLinkView>[] = [
    { heading: 'For', isRowHeading: true, cell: ({ label }) => label },
    { heading: 'Made', isUnbroken: true, cell: ({ createdAt }) => dayInWords(createdAt) },
    { heading: 'State', cell: stateOf },
    { heading: 'Change', cell: (link) => (isOver(link) ? null : <Revoke link={link} />) },
  ];
  function stateOf(link: ReportLinkView): string {
    if (link.revokedAt !== null) return `ended on ${dayInWords(link.revokedAt)}`;
    const lastMoment = new Date(new Date(link.expiresAt).getTime() - 1).toISOString();
    return isOver(link) ? 'ran out' : `works until ${dayInWords(lastMoment)}`;
  }
  return (
    <Panel heading="Links to read it">
      <p>A link opens this report, and nothing else, without an account.</p>
      <Refusal error={links.error} />
      {made ? <MadeLink made={made} onCopied={() => setMade(null)} /> : null}
      <PlainTable
        caption="Links to read this report"
        columns={columns}
        rows={links.data ?? []}
        rowKey={({ id }) => id}
        empty={<Nothing>There are no links yet.</Nothing>}
      />
      <Button variant="outlined" sx={{ mt: 1.5 }} onClick={() => setOpen(true)}>
        Make a link
      </Button>
      {isOpen ? <MakeReportLink reportId={reportId} onClose={() => setOpen(false)} onMade={setMade} /> : null}
    </Panel>
  );
}

function MadeLink({ made, onCopied }: { made: NewReportLinkView; onCopied: () => void }) {
  return (
    <>
      <TextField
        id="made-link"
        label={`Address for ${made.label}: copy it now, it is not shown again`}
        value={made.url}
        slotProps={{ htmlInput: { readOnly: true, spellCheck: false } }}
        onFocus={({ target }) => target.select()}
      />
      <Button onClick={onCopied}>I have copied it</Button>
    </>
  );
}

function Revoke({ link }: { link: ReportLinkView }) {
  return (
    <ConfirmedAction
      verb="End"
      what={`the link for ${link.label}`}
      call={() => api.post(`/reports/links/${link.id}/revocation`)}
      done="The link is ended. Whoever opens it is told so."
    >
      <p>Whoever has this link cannot read the report by it any more.</p>
    </ConfirmedAction>
  );
}
