import { Box, Button, Checkbox, FormControlLabel, TextField, Typography } from '@mui/material';
import type { EventView, NewsletterBlockView } from '@roundtable/contracts';
import { useState } from 'react';
import { useGetList } from 'react-admin';
import { api } from '../api/request';
import { useNow } from '../api/demonstration';
import { useAction } from '../api/use-action';
import { Heading } from '../look/heading';
import { Nothing, Refusal, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { plural } from '../words/figures';
import { placeInWords } from '../words/labels';
import { londonDateAfter, momentInWords } from '../words/london-time';
import { NewsletterBlock } from './newsletter-block';

const MOST = 100;

/** Chooses events to come, and makes a block for a newsletter of them. */
export default function PromotePage() {
  const now = useNow();
  return (
    <>
      <Heading intro="Choose published events, then copy a block for a newsletter or a mail, or take it as a Word file. It says dates, places left, costs and links, with a QR code for each.">
        Promote
      </Heading>
      {now ? <Choose today={londonDateAfter(now, 0)} /> : <Waiting />}
    </>
  );
}

function Choose({ today }: { today: string }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [filters, setFilters] = useState({ q: '', from: today, to: '' });
  const { data, total, isPending, error } = useGetList<EventView>('events', {
    filter: { status: 'published', ...Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== '')) },
    sort: { field: 'startsAt', order: 'ASC' },
    pagination: { page: 1, perPage: MOST },
  });
  const make = useAction(
    async (ids: readonly string[]) => ({
      ids,
      block: await api.get<NewsletterBlockView>(`/newsletter-block?${searchOf(ids)}`),
    }),
    { done: ({ ids }) => `The block tells of ${plural(ids.length, 'event', 'events')}.`, showsRefusal: true },
  );
  const choose = (ids: readonly string[], isChosen: boolean) => {
    const next = new Set(chosen);
    for (const id of ids)
      if (isChosen) next.add(id);
      else next.delete(id);
    setChosen(next);
  };
  const field = (name: keyof typeof filters, label: string, type: string) => (
    <TextField
      id={`filter-${name}`}
      label={label}
      type={type}
      value={filters[name]}
      onChange={(event) => setFilters({ ...filters, [name]: event.target.value })}
    />
  );
  const events = data ?? [];
  return (
    <>
      <Panel heading="Choose events">
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: 'repeat(auto-fill, minmax(10rem, 1fr))',
            columnGap: 2,
            alignItems: 'end',
            maxWidth: '50rem',
          }}
        >
          {field('q', 'Title, topic or reference', 'search')}
          {field('from', 'From', 'date')}
          {field('to', 'To', 'date')}
        </Box>
        <Refusal error={error} />
        {isPending ? <Waiting /> : null}
        {!isPending && events.length === 0 ? (
          <Nothing>No published event matches. Change the filters, or publish one.</Nothing>
        ) : null}
        <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, minWidth: 0 }}>
          <Typography component="legend" sx={{ fontWeight: 600, p: 0, mt: 1 }}>
            Published events
          </Typography>
          {events.map((event) => (
            <FormControlLabel
              key={event.id}
              sx={{ display: 'flex', alignItems: 'flex-start', m: 0, py: 0.25 }}
              control={
                <Checkbox
                  checked={chosen.has(event.id)}
                  onChange={(_, isChosen) => choose([event.id], isChosen)}
                  sx={{ py: 0.25, pl: 0 }}
                />
              }
              label={eventInWords(event)}
            />
          ))}
        </Box>
        {total !== undefined && total > MOST ? (
          <p>Only the first {MOST} are shown. Narrow the dates to see others.</p>
        ) : null}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mt: 2, alignItems: 'center' }}>
          <Button
            variant="contained"
            disabled={chosen.size === 0 || make.isPending}
            onClick={() => make.mutate([...chosen])}
          >
            Make the block
          </Button>
          <Button
            onClick={() =>
              choose(
                events.map(({ id }) => id),
                true,
              )
            }
            disabled={events.length === 0}
          >
            Choose all shown
          </Button>
          <Button onClick={() => setChosen(new Set())} disabled={chosen.size === 0}>
            Choose none
          </Button>
          <span role="status">{plural(chosen.size, 'event', 'events')} chosen</span>
        </Box>
        <Refusal error={make.error} />
      </Panel>
      {make.data ? (
        <NewsletterBlock block={make.data.block} wordFile={`/api/newsletter-block.docx?${searchOf(make.data.ids)}`} />
      ) : null}
    </>
  );
}

function searchOf(ids: readonly string[]): string {
  return new URLSearchParams(ids.map((id) => ['eventId', id])).toString();
}

function eventInWords(event: EventView): string {
  const when = event.startsAt ? momentInWords(event.startsAt) : 'no date';
  const left = event.placesFree > 0 ? `${plural(event.placesFree, 'place', 'places')} left` : 'full';
  return `${event.courseTitle}, ${when}, ${placeInWords(event)}, ${left}`;
}
