import { Alert, Button, Card, CardContent, TextField } from '@mui/material';
import { type ImportResult, PROGRAMME_COLUMNS } from '@roundtable/contracts';
import { useState } from 'react';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { Heading } from '../look/heading';
import { Refusal } from '../look/notices';
import { TextLink } from '../look/text-link';
import { plural } from '../words/figures';
import { MendGrid } from './mend-grid';
import { type PastedProgramme, readProgramme } from './pasted-table';

const MOST_ROWS = 500;

/** A programme pasted from a workbook or a document, mended on the screen and saved. */
export default function PastePage() {
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const check = useAction(
    async (pasted: PastedProgramme) => {
      const { columns, rows } = pasted;
      return { pasted, result: await api.post<ImportResult>('/imports/programme/rows?dryRun=true', { columns, rows }) };
    },
    {
      done: ({ result }) => `We read ${plural(result.rows, 'row', 'rows')}. Nothing was saved.`,
      showsRefusal: true,
    },
  );
  const read = () => {
    const pasted = readProgramme(text);
    const problem = whyNot(pasted.rows.length);
    setError(problem);
    if (problem === undefined) check.mutate(pasted);
  };
  const { data } = check;
  return (
    <>
      <Heading
        intro={
          <>
            Copy the table of your programme in Excel or Word and paste it here. Nothing is saved until you say so. For
            a file, use <TextLink to="/imports">Imports</TextLink>.
          </>
        }
      >
        Paste the programme
      </Heading>
      {data ? null : (
        <Card sx={{ maxWidth: '60rem', mb: 3 }}>
          <CardContent>
            <TextField
              id="table"
              label="The table"
              multiline
              minRows={8}
              maxRows={16}
              value={text}
              onChange={(event) => setText(event.target.value)}
              error={error !== undefined}
              helperText={error ?? `With its heading row, or with columns in this order: ${ORDER}.`}
            />
            <Button variant="contained" onClick={read} disabled={check.isPending} sx={{ mt: 1.5 }}>
              Read the table
            </Button>
            <Refusal error={check.error} />
          </CardContent>
        </Card>
      )}
      {data ? (
        <>
          <HowItWasRead pasted={data.pasted} />
          <MendGrid
            kind="programme"
            period=""
            sheet={data.pasted}
            rejected={data.result.rejected}
            heading="Rows of the programme"
          />
          <Button onClick={() => check.reset()}>Paste another table</Button>
        </>
      ) : null}
    </>
  );
}

const ORDER = PROGRAMME_COLUMNS.map(({ label }) => label.toLowerCase()).join(', ');

function whyNot(rows: number): string | undefined {
  if (rows === 0) return 'Paste a table with at least one row';
  return rows > MOST_ROWS ? `Paste ${MOST_ROWS} rows or fewer at a time` : undefined;
}

function HowItWasRead({ pasted: { hasHeading, leftOut } }: { pasted: PastedProgramme }) {
  if (hasHeading && leftOut.length === 0) return null;
  return (
    <Alert severity="info" sx={{ mb: 2, maxWidth: '60rem' }}>
      {hasHeading
        ? `We left out ${leftOut.length === 1 ? 'a column' : 'columns'} that we have no use for: ${leftOut.join(', ')}.`
        : `We found no heading row, so we took the columns in this order: ${ORDER}.`}
    </Alert>
  );
}
