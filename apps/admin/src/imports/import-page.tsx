import { Button, Card, CardContent, Box, FormHelperText, MenuItem, TextField } from '@mui/material';
import type { ImportKind, ImportResult } from '@roundtable/contracts';
import { useState } from 'react';
import { api } from '../api/request';
import { fieldErrors, unlessAtField } from '../api/refusals';
import { useAction } from '../api/use-action';
import { Heading } from '../look/heading';
import { Refusal } from '../look/notices';
import { TextLink } from '../look/text-link';
import { plural } from '../words/figures';
import { FileInput } from './file-input';
import { ImportOutcome } from './import-outcome';
import { MendGrid } from './mend-grid';

const KINDS = {
  agencies: 'Agencies',
  courses: 'Courses',
  programme: 'Programme (courses with their dates)',
  evaluations: 'Evaluations (answers before and after)',
  'published-figures': 'Published figures of earlier years',
} as const satisfies Partial<Record<ImportKind, string>>;
type OfferedKind = keyof typeof KINDS;

interface Run {
  kind: OfferedKind;
  file: File;
  period: string;
  isCheck: boolean;
}

function run({ kind, file, period, isCheck }: Run): Promise<ImportResult> {
  const search = new URLSearchParams({ cells: 'true' });
  if (isCheck) search.set('dryRun', 'true');
  if (period) search.set('period', period);
  const body = new FormData();
  body.append('file', file);
  return api.post<ImportResult>(`/imports/${kind}?${search.toString()}`, body);
}

export default function ImportPage() {
  const [kind, setKind] = useState<OfferedKind>('agencies');
  const [file, setFile] = useState<File | null>(null);
  const [period, setPeriod] = useState('');
  const [isTried, setTried] = useState(false);
  const [outcome, setOutcome] = useState<{ result: ImportResult; isCheck: boolean } | null>(null);

  const action = useAction(async (asked: Run) => ({ result: await run(asked), isCheck: asked.isCheck }), {
    done: ({ result, isCheck }) =>
      isCheck
        ? `We checked ${plural(result.rows, 'row', 'rows')}. Nothing was changed.`
        : `We imported ${plural(result.rows - result.rejected.length, 'row', 'rows')}.`,
    onDone: setOutcome,
    showsRefusal: true,
  });

  const isPeriodWrong = isTried && period !== '' && !/^\d{4}-\d{2}$/.test(period);
  const takesPeriod = kind === 'evaluations' || kind === 'programme';
  const start = (isCheck: boolean) => {
    setTried(true);
    setOutcome(null);
    if (!file || (takesPeriod && period !== '' && !/^\d{4}-\d{2}$/.test(period))) return;
    action.mutate({ kind, file, period: takesPeriod ? period : '', isCheck });
  };
  const forget = () => {
    setOutcome(null);
    setTried(false);
    action.reset();
  };

  return (
    <>
      <Heading
        intro={
          <>
            Bring in an Excel workbook or a file with comma-separated values (CSV). Check it first: a check changes
            nothing. The same file twice changes nothing either. You can also{' '}
            <TextLink to="/imports/paste">paste the programme</TextLink>.
          </>
        }
      >
        Imports
      </Heading>
      <Card sx={{ maxWidth: '44rem', mb: 3 }}>
        <CardContent>
          <TextField
            select
            id="kind"
            label="What is in the file"
            value={kind}
            onChange={(event) => {
              setKind(event.target.value as OfferedKind);
              forget();
            }}
          >
            {Object.entries(KINDS).map(([value, label]) => (
              <MenuItem key={value} value={value}>
                {label}
              </MenuItem>
            ))}
          </TextField>
          <FileInput
            file={file}
            onChoose={(chosen) => {
              setFile(chosen);
              forget();
            }}
            error={isTried && !file ? 'Choose a file' : fieldErrors(action.error)['file']}
          />
          {takesPeriod ? (
            <TextField
              id="period"
              label="Year of rows without a date (optional)"
              value={period}
              onChange={(event) => setPeriod(event.target.value)}
              error={isPeriodWrong}
              helperText={isPeriodWrong ? 'Write the year such as 2020-21' : 'Such as 2020-21.'}
              sx={{ maxWidth: '24rem' }}
            />
          ) : null}
          <Box sx={{ display: 'flex', gap: 1.5, mt: 2 }}>
            <Button
              variant={outcome?.isCheck ? 'outlined' : 'contained'}
              onClick={() => start(true)}
              disabled={action.isPending}
            >
              Check first
            </Button>
            <Button
              variant={outcome?.isCheck ? 'contained' : 'outlined'}
              onClick={() => start(false)}
              disabled={action.isPending || !outcome?.isCheck}
            >
              Import
            </Button>
          </Box>
          {outcome ? null : <FormHelperText>You can import once the file was checked.</FormHelperText>}
          <Refusal error={unlessAtField(action.error, 'file')} />
        </CardContent>
      </Card>
      {outcome ? <ImportOutcome result={outcome.result} isCheck={outcome.isCheck} /> : null}
      {outcome?.result.toMend?.rows.length ? (
        <MendGrid
          key={`${kind} ${String(outcome.isCheck)}`}
          kind={kind}
          period={takesPeriod ? period : ''}
          sheet={outcome.result.toMend}
          rejected={outcome.result.rejected}
          heading="Mend the rejected rows"
        />
      ) : null}
    </>
  );
}
