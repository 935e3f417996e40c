import { Box, Button, TextField, Typography } from '@mui/material';
import { type AnswerValue, type QuestionView, questionInWords } from '@roundtable/contracts';
import type { KeyboardEvent } from 'react';
import { afterChoosing, choicesOf } from './typed-answers';

interface PaperQuestionProps {
  question: QuestionView;
  number: number;
  answer: AnswerValue | undefined;
  error: string | undefined;
  onAnswer: (answer: AnswerValue) => void;
  /** Goes on to the next question, or to saving. */
  onNext: () => void;
}

/** One question of a sheet: a digit chooses and goes on, Enter goes on. */
export function PaperQuestion({ question, number, answer, error, onAnswer, onNext }: PaperQuestionProps) {
  const choices = choicesOf(question);
  const isSeveral = question.kind === 'several';
  const choose = (value: number | string) => {
    onAnswer(afterChoosing(question, answer, value));
    if (!isSeveral) onNext();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const choice = choices.find(({ digit }) => digit === event.key);
    const isNewLine = event.key === 'Enter' && event.shiftKey && question.kind === 'text';
    if (choice) choose(choice.value);
    else if (event.key === 'Enter' && !isNewLine) onNext();
    else return;
    event.preventDefault();
  };
  const isChosen = (value: number | string) =>
    Array.isArray(answer) ? answer.includes(String(value)) : answer === value;
  const heading = `${number}. ${questionInWords(question)}${question.required ? '' : ' (optional)'}`;
  return (
    <Box data-paper-question component="li" sx={{ mb: 1.75 }} onKeyDown={onKeyDown}>
      {choices.length > 0 ? (
        <Box role="group" aria-label={heading}>
          <Typography component="p" sx={{ fontWeight: 700 }}>
            {heading}
          </Typography>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 0.5 }}>
            {choices.map(({ digit, label, value }) => (
              <Button
                key={digit}
                size="small"
                variant={isChosen(value) ? 'contained' : 'outlined'}
                aria-pressed={isChosen(value)}
                onClick={() => choose(value)}
              >
                {digit === label ? digit : `${digit} ${label}`}
              </Button>
            ))}
          </Box>
          {error ? <Typography color="error">{error}</Typography> : null}
        </Box>
      ) : (
        <TextField
          id={`paper-${question.id}`}
          label={heading}
          value={typeof answer === 'object' ? '' : (answer ?? '')}
          onChange={({ target }) => onAnswer(target.value)}
          error={error !== undefined}
          helperText={error}
          multiline={question.kind === 'text'}
          fullWidth={question.kind === 'text'}
          {...(question.kind !== 'text' && { slotProps: { htmlInput: { inputMode: 'numeric' as const } } })}
        />
      )}
    </Box>
  );
}
