import { Box } from '@mui/material';
import { visuallyHidden } from '@mui/utils';
import { colours } from '../look/colours';
import { plural } from '../words/figures';
import { fieldInWords, valueInWords } from '../words/values';

type Facts = Record<string, unknown> | null;

interface ChangesProps {
  /** What was done, for people who listen to the table. */
  of: string;
  before: Facts;
  after: Facts;
}

const FEW = 4;

/** The fields that were recorded, as they were and as they are; many of them open on request. */
export function Changes({ of, before, after }: ChangesProps) {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  if (fields.length === 0) return <>no fields recorded</>;
  const table = <Fields of={of} fields={fields} before={before} after={after} />;
  if (fields.length <= FEW) return table;
  return (
    <details>
      <summary>{plural(fields.length, 'field', 'fields')}</summary>
      {table}
    </details>
  );
}

const cell = {
  textAlign: 'left',
  verticalAlign: 'top',
  py: 0.25,
  pr: 1.5,
  fontWeight: 400,
  overflowWrap: 'anywhere',
} as const;

function Fields({ of, fields, before, after }: ChangesProps & { fields: readonly string[] }) {
  const columns = [
    { heading: 'Before', facts: before },
    { heading: 'After', facts: after },
  ].filter(({ facts }) => facts !== null);
  return (
    <Box component="table" sx={{ borderCollapse: 'collapse', fontSize: '0.9375rem', width: '100%' }}>
      <caption style={visuallyHidden}>{`${of}: before and after`}</caption>
      <thead>
        <tr>
          {['Field', ...columns.map(({ heading }) => heading)].map((heading) => (
            <Box component="th" scope="col" key={heading} sx={{ ...cell, color: colours.muted }}>
              {heading}
            </Box>
          ))}
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field}>
            <Box component="th" scope="row" sx={{ ...cell, minWidth: '6rem' }}>
              {fieldInWords(field)}
            </Box>
            {columns.map(({ heading, facts }) => (
              <Box component="td" key={heading} sx={{ ...cell, minWidth: '7.5rem' }}>
                {facts && field in facts ? valueInWords(facts[field]) : ''}
              </Box>
            ))}
          </tr>
        ))}
      </tbody>
    </Box>
  );
}
