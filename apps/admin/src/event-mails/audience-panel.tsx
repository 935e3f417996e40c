import { Autocomplete, Box, Button, TextField } from '@mui/material';
import type { EventMailAudience, EventMailRecipient, EventView } from '@roundtable/contracts';
import { useState } from 'react';
import { useGetMany } from 'react-admin';
import { ChooseAgency } from '../agencies/choose-agency';
import { useSectors } from '../agencies/use-sectors';
import { Boxes } from '../mailings/boxes';
import { PagedRows } from '../mailings/paged-rows';
import { Panel } from '../look/panel';
import type { Column } from '../look/plain-table';
import { Tag } from '../look/tag';
import { TextLink } from '../look/text-link';
import { plural } from '../words/figures';
import { BOOKING_STATUS, capitalised } from '../words/labels';
import { ATTENDANCE_CHOICES, STATUS_CHOICES } from './audience';

interface AudiencePanelProps {
  event: EventView;
  audience: EventMailAudience;
  onChange: (audience: EventMailAudience) => void;
  total: number | undefined;
  withoutAddress: number | undefined;
}

const columns: Column<EventMailRecipient>[] = [
  {
    heading: 'Name',
    cell: ({ id, name }) => <TextLink to={`/bookings/${id}/show`}>{name}</TextLink>,
    isRowHeading: true,
  },
  { heading: 'Agency', cell: ({ agencyName }) => agencyName },
  { heading: 'Booking', cell: ({ status }) => BOOKING_STATUS[status] },
  {
    heading: 'Mail',
    cell: ({ without }) => (without ? <Tag tone="bad">No email address</Tag> : 'Yes'),
  },
];

/** Who gets it: seen by name and number before anything is sent. */
export function AudiencePanel({ event, audience, onChange, total, withoutAddress }: AudiencePanelProps) {
  const { branches } = useSectors();
  const sectors = branches.flatMap(({ sector, below }) => [sector, ...below].map(({ name }) => name));
  return (
    <Panel heading="Who gets it">
      <Boxes
        legend="Bookings"
        hint="Whoever cancelled gets it only where you choose them."
        choices={STATUS_CHOICES}
        chosen={audience.status}
        onChoose={(status) => onChange({ ...audience, status })}
        error={audience.status.length === 0 ? 'Nothing is chosen, so those with a confirmed place get it.' : undefined}
      />
      {event.status === 'ended' ? (
        <Boxes
          legend="Presence"
          hint="By the register. Nothing chosen is everybody."
          choices={ATTENDANCE_CHOICES}
          chosen={audience.attendance}
          onChoose={(attendance) => onChange({ ...audience, attendance })}
        />
      ) : null}
      <Box sx={{ display: 'grid', gridTemplateColumns: { md: '1fr 1fr' }, columnGap: 2, maxWidth: '50rem' }}>
        <Autocomplete<string, true>
          id="sectors"
          multiple
          options={sectors}
          getOptionLabel={capitalised}
          value={audience.sector}
          onChange={(_, sector) => onChange({ ...audience, sector })}
          renderInput={(params) => (
            <TextField {...params} label="Sectors (optional)" helperText="Those below a sector count with it." />
          )}
        />
        <Agencies chosen={audience.agencyId} onChoose={(agencyId) => onChange({ ...audience, agencyId })} />
      </Box>
      <p role="status">
        {total === undefined || withoutAddress === undefined ? (
          'Counting'
        ) : (
          <>
            <strong>{plural(total - withoutAddress, 'person gets', 'people get')} it.</strong>
            {withoutAddress > 0
              ? ` ${plural(withoutAddress, 'more has', 'more have')} no email address: tell them by telephone.`
              : ''}
          </>
        )}
      </p>
      <PagedRows<EventMailRecipient>
        resource={`events/${encodeURIComponent(event.id)}/mail-recipients`}
        filter={{ ...audience }}
        caption="Who gets it, by name"
        columns={columns}
        empty="Nobody matches. Choose other bookings, or fewer sectors and agencies."
      />
    </Panel>
  );
}

function Agencies({ chosen, onChoose }: { chosen: readonly string[]; onChoose: (agencyIds: string[]) => void }) {
  // A fresh field after each choice, so that the next one starts empty.
  const [round, setRound] = useState(0);
  const { data } = useGetMany<{ id: string; name: string }>('agencies', { ids: [...chosen] });
  return (
    <Box>
      <ChooseAgency
        key={round}
        id="agencies"
        label="Agencies (optional)"
        value={null}
        onChoose={(agency) => {
          if (!agency) return;
          onChoose([...new Set([...chosen, agency.id])]);
          setRound(round + 1);
        }}
      />
      {(data ?? []).filter(Boolean).map(({ id, name }) => (
        <Box key={id} sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          {name}
          <Button
            size="small"
            onClick={() => onChoose(chosen.filter((other) => other !== id))}
            aria-label={`Without ${name}`}
          >
            Remove
          </Button>
        </Box>
      ))}
    </Box>
  );
}
