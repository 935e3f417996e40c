import { Box, Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { MergeConflict, MergeView } from '@roundtable/contracts';
import { Link, useNavigate } from 'react-router-dom';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { Nothing, Refusal, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { PlainTable, type Column } from '../look/plain-table';
import { TextLink } from '../look/text-link';
import { count } from '../words/figures';
import { fieldInWords } from '../words/values';
import type { Chosen } from './merge-page';

interface MergePreviewProps {
  resource: 'practitioners' | 'agencies';
  from: Chosen;
  into: Chosen;
}

const MOVES: Column<[string, number]>[] = [
  { heading: 'What moves', isRowHeading: true, cell: ([kind]) => fieldInWords(kind) },
  { heading: 'How many', isNumber: true, cell: ([, number]) => count(number) },
];

const CONFLICTS: Column<MergeConflict>[] = [
  { heading: 'What', isRowHeading: true, cell: ({ kind }) => fieldInWords(kind) },
  { heading: 'Why', cell: ({ why }) => why },
];

/** Only bookings have a page of their own to look at. */
const BOOKINGS: Column<MergeConflict>[] = [
  { heading: 'Stays', cell: ({ kind, keptId }) => bookingLink(kind, keptId, 'See the booking that stays') },
  { heading: 'Ends', cell: ({ kind, endedId }) => bookingLink(kind, endedId, 'See the booking that ends') },
];

function bookingLink(kind: string, id: string, words: string) {
  return kind === 'booking' ? <TextLink to={`/bookings/${id}/show`}>{words}</TextLink> : null;
}

/** Exactly what would happen; nothing is done before the button is pressed. */
export function MergePreview({ resource, from, into }: MergePreviewProps) {
  const navigate = useNavigate();
  const address = `/${resource}/${encodeURIComponent(from.id)}`;
  const preview = useQuery({
    queryKey: ['merge-preview', resource, from.id, into.id],
    queryFn: () => api.get<MergeView>(`${address}/merge-preview?${new URLSearchParams({ into: into.id }).toString()}`),
    gcTime: 0,
  });
  const merge = useAction(() => api.post(`${address}/merge`, { into: into.id }), {
    done: `${from.name} was merged into ${into.name}. Old links lead to the entry that stays.`,
    onDone: () => void navigate(`/${resource}/${into.id}/show`),
    showsRefusal: true,
  });
  if (preview.error) return <Refusal error={preview.error} />;
  if (!preview.data) return <Waiting />;
  const { moves, conflicts } = preview.data;
  return (
    <Panel heading="What would happen">
      <p>
        <strong>{from.name}</strong> ends. <strong>{into.name}</strong> stays.{' '}
        <TextLink to={`/${resource}/${into.id}/merge?${new URLSearchParams({ into: from.id }).toString()}`}>
          {`Keep ${from.name} instead`}
        </TextLink>
      </p>
      <PlainTable
        caption="What moves"
        columns={MOVES}
        rows={Object.entries(moves).filter(([, number]) => number > 0)}
        rowKey={([kind]) => kind}
        empty={<Nothing>Nothing has to move.</Nothing>}
      />
      <Typography component="h3" variant="h3" sx={{ mt: 2, mb: 1 }}>
        Conflicts
      </Typography>
      <PlainTable
        caption="What cannot stay twice"
        columns={conflicts.some(({ kind }) => kind === 'booking') ? [...CONFLICTS, ...BOOKINGS] : CONFLICTS}
        rows={conflicts}
        rowKey={({ kind, keptId, endedId }) => `${kind} ${keptId} ${endedId}`}
        empty={<Nothing>None. Nothing has to end.</Nothing>}
      />
      <Refusal error={merge.error} />
      <p>This cannot be undone.</p>
      <Box sx={{ display: 'flex', gap: 1.5 }}>
        <Button variant="contained" onClick={() => merge.mutate(undefined)} disabled={merge.isPending}>
          {`Merge into ${into.name}`}
        </Button>
        <Button component={Link} to={`${address}/show`}>
          Go back
        </Button>
      </Box>
    </Panel>
  );
}
