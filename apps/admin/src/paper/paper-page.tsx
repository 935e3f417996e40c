import { Box, Button, MenuItem, TextField } from '@mui/material';
import { type PaperFormView, paths } from '@roundtable/contracts';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { useAnswer } from '../api/use-answer';
import { Heading } from '../look/heading';
import { Nothing, Refusal, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { Tag } from '../look/tag';
import { TextLink } from '../look/text-link';
import { PaperSheet } from './paper-sheet';

const STAGES = [
  { id: 'after', name: 'After the training' },
  { id: 'before', name: 'Before the training' },
] as const;

/** Types in what delegates filled in on paper: who has answered is seen, never what. */
export default function PaperPage() {
  const { id = '' } = useParams();
  const [stage, setStage] = useState<PaperFormView['stage']>('after');
  const { data: form, error } = useAnswer<PaperFormView>(`/events/${encodeURIComponent(id)}/paper-form?stage=${stage}`);
  if (error) return <Refusal error={error} />;
  if (!form) return <Waiting />;
  return (
    <>
      <Heading
        title={`Answers on paper: ${form.courseTitle}`}
        intro={<TextLink to={`/events/${encodeURIComponent(id)}/show`}>{form.courseTitle}</TextLink>}
      >
        Answers on paper
      </Heading>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mb: 2.5 }}>
        <TextField
          id="paper-stage"
          select
          label="Which form"
          value={stage}
          onChange={({ target }) => setStage(target.value === 'before' ? 'before' : 'after')}
          sx={{ minWidth: '14rem' }}
        >
          {STAGES.map(({ id: value, name }) => (
            <MenuItem key={value} value={value}>
              {name}
            </MenuItem>
          ))}
        </TextField>
        <Button
          component="a"
          href={paths.paperForm({ eventId: id, stage })}
          target="_blank"
          rel="noopener"
          variant="outlined"
        >
          Print this form (new tab)
        </Button>
      </Box>
      <People key={stage} form={form} />
    </>
  );
}

function People({ form }: { form: PaperFormView }) {
  const [chosenId, setChosenId] = useState<string | null>(null);
  const waiting = form.people.filter(({ hasAnswered }) => !hasAnswered);
  const person = waiting.find(({ bookingId }) => bookingId === chosenId) ?? waiting[0];
  if (form.people.length === 0) return <Nothing>Nobody has a confirmed place.</Nothing>;
  return (
    <>
      <Panel heading={`${form.people.length - waiting.length} of ${form.people.length} answered`}>
        {person && form.isOpen ? (
          <TextField
            id="paper-person"
            select
            label="Whose sheet"
            value={person.bookingId}
            onChange={({ target }) => setChosenId(target.value)}
            helperText="People who have not answered. A digit chooses and goes on; Enter goes on, and saves at the end."
            fullWidth
          >
            {waiting.map(({ bookingId, name, agencyName }) => (
              <MenuItem key={bookingId} value={bookingId}>
                {name}, {agencyName}
              </MenuItem>
            ))}
          </TextField>
        ) : (
          <p>{form.isOpen ? 'Everybody has answered.' : 'This form is not open yet.'}</p>
        )}
      </Panel>
      {person && form.isOpen ? (
        <Panel heading={person.name}>
          <PaperSheet key={person.bookingId} form={form} person={person} onSaved={() => setChosenId(null)} />
        </Panel>
      ) : null}
      <Panel heading="Who has answered">
        <ul>
          {form.people.map(({ bookingId, name, hasAnswered }) => (
            <li key={bookingId}>
              {name} <Tag tone={hasAnswered ? 'good' : 'plain'}>{hasAnswered ? 'answered' : 'not yet'}</Tag>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
