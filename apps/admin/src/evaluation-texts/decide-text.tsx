import {
  Box,
  Button,
  FormControl,
  FormControlLabel,
  FormHelperText,
  FormLabel,
  Radio,
  RadioGroup,
  TextField,
} from '@mui/material';
import {
  TEXT_DECISIONS,
  type EvaluationTextView,
  type TextDecision,
  type TextDecisionGiven,
} from '@roundtable/contracts';
import { useState } from 'react';
import { useNow } from '../api/demonstration';
import { fieldErrors, unlessAtField } from '../api/refusals';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { Refusal } from '../look/notices';
import { Panel } from '../look/panel';
import { fromLondon, toLondon } from '../words/london-time';
import { TEXT_DECISION } from '../words/text-labels';

/** Records what a reader decides. `words` is what others would read. */
export function DecideText({ text, words }: { text: EvaluationTextView; words: string }) {
  const now = useNow();
  const [decision, setDecision] = useState<TextDecision | ''>('');
  const [releasedText, setReleasedText] = useState(words);
  const [passedOnTo, setPassedOnTo] = useState('');
  const [typedWhen, setWhen] = useState<{ date: string; time: string } | null>(null);
  const [isTried, setTried] = useState(false);
  const when = typedWhen ?? (now ? toLondon(now) : { date: '', time: '' });
  const decide = useAction(
    (given: TextDecisionGiven) =>
      api.post<EvaluationTextView>(`/evaluation-texts/${encodeURIComponent(text.id)}/decision`, given),
    { done: 'Your decision is recorded.', showsRefusal: true },
  );
  const errors = fieldErrors(decide.error);
  const submit = () => {
    setTried(true);
    if (decision === '') return;
    const passedOnAt = fromLondon(when);
    decide.mutate({
      decision,
      seenState: text.state,
      ...(decision === 'detail-removed' && { releasedText }),
      ...(decision === 'passed-on' && { passedOnTo, ...(passedOnAt !== null && { passedOnAt }) }),
    });
  };
  const isMissing = isTried && decision === '';
  return (
    <Panel heading={text.decidedAt ? 'Decide anew' : 'Decide'}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Refusal error={unlessAtField(decide.error, 'releasedText', 'passedOnTo', 'passedOnAt')} />
        <FormControl error={isMissing}>
          <FormLabel id="decision-label">What you decide</FormLabel>
          <RadioGroup
            aria-labelledby="decision-label"
            name="decision"
            value={decision}
            onChange={({ target }) => setDecision(target.value as TextDecision)}
          >
            {TEXT_DECISIONS.map((choice) => (
              <FormControlLabel
                key={choice}
                value={choice}
                control={<Radio />}
                label={TEXT_DECISION[choice]}
                sx={{ my: 0.5 }}
              />
            ))}
          </RadioGroup>
          {isMissing ? <FormHelperText>Choose what you decide</FormHelperText> : null}
        </FormControl>
        {decision === 'detail-removed' ? (
          <TextField
            id="released-text"
            label="What others may read"
            value={releasedText}
            onChange={({ target }) => setReleasedText(target.value)}
            error={errors['releasedText'] !== undefined}
            helperText={
              errors['releasedText'] ?? 'Take out what tells who somebody is. What was written first stays held back.'
            }
            multiline
            minRows={4}
            fullWidth
          />
        ) : null}
        {decision === 'passed-on' ? (
          <>
            <p>Follow your procedure first. This records that you did; the concern itself is not kept here.</p>
            <TextField
              id="passed-on-to"
              label="To whom"
              value={passedOnTo}
              onChange={({ target }) => setPassedOnTo(target.value)}
              error={errors['passedOnTo'] !== undefined}
              helperText={errors['passedOnTo'] ?? 'A person or service. Do not say here what was written.'}
              slotProps={{ htmlInput: { maxLength: 200 } }}
              fullWidth
            />
            <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
              <TextField
                id="passed-on-date"
                label="Day"
                type="date"
                value={when.date}
                onChange={({ target }) => setWhen({ ...when, date: target.value })}
                error={errors['passedOnAt'] !== undefined}
                helperText={errors['passedOnAt']}
                slotProps={{ inputLabel: { shrink: true } }}
              />
              <TextField
                id="passed-on-time"
                label="Time"
                type="time"
                value={when.time}
                onChange={({ target }) => setWhen({ ...when, time: target.value })}
                error={errors['passedOnAt'] !== undefined}
                slotProps={{ inputLabel: { shrink: true } }}
              />
            </Box>
          </>
        ) : null}
        <Box sx={{ mt: 2 }}>
          <Button type="submit" variant="contained" disabled={decide.isPending}>
            Record the decision
          </Button>
        </Box>
      </form>
    </Panel>
  );
}
