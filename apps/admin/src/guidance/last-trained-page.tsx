import { Button, TablePagination } from '@mui/material';
import type { GuidanceView, LastTrainedView } from '@roundtable/contracts';
import { useState } from 'react';
import { useGetList, useGetOne } from 'react-admin';
import { useParams } from 'react-router-dom';
import { Heading } from '../look/heading';
import { Nothing, Refusal, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { PlainTable, type Column } from '../look/plain-table';
import { TextLink } from '../look/text-link';
import { dayInWords } from '../words/london-time';

const PER_PAGE = 25;

const COLUMNS: Column<LastTrainedView>[] = [
  {
    heading: 'Name',
    isRowHeading: true,
    cell: ({ practitionerId, practitionerName }) => (
      <TextLink to={`/practitioners/${practitionerId}/show`}>{practitionerName}</TextLink>
    ),
  },
  { heading: 'Agency', cell: ({ agencyName }) => agencyName ?? 'not known' },
  { heading: 'Last trained on', cell: ({ edition }) => edition },
  { heading: 'By', cell: ({ trainedBy }) => trainedBy },
  { heading: 'Completed', isUnbroken: true, cell: ({ completedAt }) => dayInWords(completedAt) },
  {
    heading: 'Valid until',
    isUnbroken: true,
    cell: ({ expiresAt }) => (expiresAt ? dayInWords(expiresAt) : 'for ever'),
  },
];

/** Who was last trained on an edition that is not the newest, the longest ago first. */
export default function LastTrainedPage() {
  const { id = '' } = useParams();
  const [page, setPage] = useState(0);
  const { data: guidance, error } = useGetOne<GuidanceView>('guidance', { id });
  const trained = useGetList<LastTrainedView>(`guidance/${encodeURIComponent(id)}/last-trained`, {
    pagination: { page: page + 1, perPage: PER_PAGE },
    sort: { field: 'completedAt', order: 'ASC' },
  });
  if (error) return <Refusal error={error} />;
  if (!guidance) return <Waiting />;
  const newest = guidance.editions[0]?.name ?? '';
  return (
    <>
      <Heading
        title={`Last trained on an old edition: ${guidance.title}`}
        intro={`The newest edition is ${guidance.title} ${newest}. These people were last trained on an earlier one.`}
        actions={
          <Button
            component="a"
            href={`/api/guidance/${encodeURIComponent(id)}/last-trained.csv`}
            variant="outlined"
            download
          >
            Download as CSV
          </Button>
        }
      >
        Last trained on an old edition
      </Heading>
      <Panel heading="People">
        <Refusal error={trained.error} />
        {trained.data ? (
          <PlainTable
            caption={`People who were last trained on an old edition of ${guidance.title}`}
            columns={COLUMNS}
            rows={trained.data}
            rowKey={(row) => row.id}
            empty={<Nothing>Nobody: whoever was trained, was last trained on the newest edition.</Nothing>}
          />
        ) : null}
        {(trained.total ?? 0) > PER_PAGE ? (
          <TablePagination
            component="div"
            count={trained.total ?? 0}
            page={page}
            rowsPerPage={PER_PAGE}
            rowsPerPageOptions={[PER_PAGE]}
            onPageChange={(_, next) => setPage(next)}
          />
        ) : null}
      </Panel>
    </>
  );
}
