import { Box, Button, Link, TextField, Typography } from '@mui/material';
import type { NewsletterBlockView } from '@roundtable/contracts';
import { useNotify } from 'react-admin';
import { colours } from '../look/colours';
import { Panel } from '../look/panel';

/** A block that was made: how it looks, and ways to take it along. */
export function NewsletterBlock({ block, wordFile }: { block: NewsletterBlockView; wordFile: string }) {
  const notify = useNotify();
  const copy = async (content: Record<string, string>, done: string) => {
    try {
      await navigator.clipboard.write([
        new ClipboardItem(
          Object.fromEntries(Object.entries(content).map(([type, text]) => [type, new Blob([text], { type })])),
        ),
      ]);
      notify(done, { type: 'success' });
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      notify('Your browser did not let us copy. Select the text below and copy it yourself.', { type: 'warning' });
    }
  };
  const whole = { 'text/html': block.html, 'text/plain': block.text };
  return (
    <Panel heading="The block">
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mb: 2 }}>
        <Button
          variant="contained"
          onClick={() => void copy(whole, 'The block is copied. Paste it into your newsletter.')}
        >
          Copy the block
        </Button>
        <Button variant="outlined" onClick={() => void copy({ 'text/plain': block.text }, 'The plain text is copied.')}>
          Copy plain text
        </Button>
        <Button variant="outlined" onClick={() => void copy({ 'text/plain': block.html }, 'The HTML is copied.')}>
          Copy HTML
        </Button>
        <Button variant="outlined" component="a" href={wordFile} download>
          Download as Word
        </Button>
      </Box>
      <Typography component="h3" variant="h3">
        How it looks
      </Typography>
      <Box sx={{ display: 'grid', gap: 2, my: 1.5, maxWidth: '44rem' }}>
        {block.events.map((event) => (
          <Box
            key={event.eventId}
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              gap: 2,
              justifyContent: 'space-between',
              borderTop: `2px solid ${colours.teal}`,
              pt: 1,
            }}
          >
            <Box sx={{ flex: '1 1 16rem' }}>
              <Typography component="h4" sx={{ fontWeight: 700, fontSize: '1.125rem' }}>
                {event.title}
              </Typography>
              {FACTS.map(([label, name]) =>
                event[name] ? (
                  <div key={name}>
                    <strong>{label}:</strong> {event[name]}
                  </div>
                ) : null,
              )}
              <div>
                <Link href={event.url}>Book {event.title}</Link>
              </div>
            </Box>
            <img src={event.qrCode} width={110} height={110} alt={`QR code that leads to ${event.title}`} />
          </Box>
        ))}
      </Box>
      <TextField
        id="plain"
        label="Plain text"
        multiline
        minRows={4}
        maxRows={14}
        value={block.text}
        slotProps={{ input: { readOnly: true } }}
      />
    </Panel>
  );
}

const FACTS = [
  ['When', 'when'],
  ['Where', 'where'],
  ['Places', 'places'],
  ['Cost', 'cost'],
  ['Cancel free of charge until', 'until'],
] as const;
