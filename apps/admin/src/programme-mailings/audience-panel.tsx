import { Autocomplete, Box, TextField } from '@mui/material';
import type { ProgrammeAudience, ProgrammeMailingRecipient } from '@roundtable/contracts';
import { useAnswer } from '../api/use-answer';
import { Refusal } from '../look/notices';
import { Panel } from '../look/panel';
import type { Column } from '../look/plain-table';
import { TextLink } from '../look/text-link';
import { Boxes } from '../mailings/boxes';
import { PagedRows } from '../mailings/paged-rows';
import { plural } from '../words/figures';
import { AREA } from '../words/labels';
import { dayInWords } from '../words/london-time';

interface AudiencePanelProps {
  audience: ProgrammeAudience;
  onChange: (audience: ProgrammeAudience) => void;
  total: number | undefined;
}

const AREAS = (['city', 'county'] as const).map((value) => ({ value, label: AREA[value] }));

const columns: Column<ProgrammeMailingRecipient>[] = [
  {
    heading: 'Name',
    cell: ({ personId, name }) => <TextLink to={`/practitioners/${personId}/show`}>{name}</TextLink>,
    isRowHeading: true,
  },
  { heading: 'Asked for', cell: ({ topics }) => (topics.length > 0 ? topics.join(', ') : 'All topics') },
  { heading: 'Area', cell: ({ area }) => AREA[area] },
  { heading: 'Agreed on', cell: ({ consentedAt }) => dayInWords(consentedAt), isUnbroken: true },
];

/** Which of those who asked for mail get it: by name and number, before anything is sent. */
export function AudiencePanel({ audience, onChange, total }: AudiencePanelProps) {
  const { data: topics, error } = useAnswer<string[]>('/programme-mailing-topics');
  return (
    <Panel heading="Who gets it">
      <Refusal error={error} />
      <Box sx={{ maxWidth: '44rem' }}>
        <Autocomplete<string, true>
          id="topics"
          multiple
          options={topics ?? []}
          value={audience.topics}
          onChange={(_, chosen) => onChange({ ...audience, topics: chosen })}
          renderInput={(params) => (
            <TextField
              {...params}
              label="Topics (optional)"
              helperText="Who asked for one of these, or for all. Without any, everybody who asked for mail."
            />
          )}
        />
      </Box>
      <Boxes
        legend="Areas"
        hint="Who asked for one of these, or for both. Nothing chosen is everywhere."
        choices={AREAS}
        chosen={audience.areas}
        onChoose={(areas) => onChange({ ...audience, areas })}
      />
      <p role="status">
        {total === undefined ? 'Counting' : <strong>{plural(total, 'person gets', 'people get')} it.</strong>}
      </p>
      <PagedRows<ProgrammeMailingRecipient>
        resource="programme-mailing-recipients"
        filter={{ ...audience }}
        caption="Who gets it, by name"
        columns={columns}
        empty="Nobody asked for mail about this. People ask for it on their account."
      />
    </Panel>
  );
}
