import { Box, Button } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { Refusal } from '../look/notices';
import { saved } from './saved-file';

type Ending = 'xlsx' | 'csv';

/** Ten years take some seconds, so the page says how far the file is. */
export function DownloadAnswers({ query, isEmpty }: { query: string; isEmpty: boolean }) {
  const [busy, setBusy] = useState<Ending | null>(null);
  const [said, setSaid] = useState('');
  const [error, setError] = useState<unknown>(null);
  const stopping = useRef<AbortController>(null);
  useEffect(() => () => stopping.current?.abort(), []);

  const download = async (ending: Ending) => {
    const stop = new AbortController();
    stopping.current = stop;
    setBusy(ending);
    setError(null);
    setSaid('The file is being made.');
    try {
      await saved(`/api/reports/answers.${ending}?${query}`, stop.signal, (megabytes) =>
        setSaid(`The file is being made: ${megabytes} MB so far.`),
      );
      setSaid('The file is complete. Your browser has saved it.');
    } catch (failure) {
      setSaid(stop.signal.aborted ? 'Stopped. Nothing was saved.' : '');
      if (!stop.signal.aborted) setError(failure);
    }
    setBusy(null);
  };

  return (
    <>
      <Refusal error={error} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button variant="contained" disabled={isEmpty || busy !== null} onClick={() => void download('xlsx')}>
          Download as Excel
        </Button>
        <Button variant="outlined" disabled={isEmpty || busy !== null} onClick={() => void download('csv')}>
          Download as CSV
        </Button>
        {busy ? <Button onClick={() => stopping.current?.abort()}>Stop</Button> : null}
      </Box>
      <Box role="status" sx={{ mt: 1, minHeight: '1.5em' }}>
        {said}
      </Box>
    </>
  );
}
