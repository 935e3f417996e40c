import { Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { LentHoursView } from '@roundtable/contracts';
import { api } from '../api/request';
import { Nothing, Refusal, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { PlainTable, type Column } from '../look/plain-table';

const COLUMNS: Column<LentHoursView>[] = [
  { heading: 'Agency', isRowHeading: true, cell: ({ agencyName }) => agencyName ?? 'Nobody lends them' },
  { heading: 'Trainers', isNumber: true, cell: ({ trainers }) => trainers },
  { heading: 'Events', isNumber: true, cell: ({ events }) => events },
  { heading: 'Hours', isNumber: true, cell: ({ hours }) => hours },
];

/** What each agency contributes this partnership year. */
export function LentHours() {
  const { data, error } = useQuery({
    queryKey: ['trainers', 'hours'],
    queryFn: () => api.get<LentHoursView[]>('/trainers/hours'),
  });
  return (
    <Box sx={{ mt: 3 }}>
      <Panel heading="Hours contributed this partnership year">
        <Refusal error={error} />
        {data ? (
          <PlainTable
            caption="Hours of training by lending agency"
            columns={COLUMNS}
            rows={data}
            rowKey={({ agencyId }) => agencyId ?? 'nobody'}
            empty={<Nothing>No trainer has confirmed an event of this year yet.</Nothing>}
          />
        ) : error ? null : (
          <Waiting />
        )}
      </Panel>
    </Box>
  );
}
