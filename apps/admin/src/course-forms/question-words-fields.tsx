import { Box, MenuItem, TextField } from '@mui/material';
import { QUESTION_KINDS, type QuestionWords, type WrittenKind } from '@roundtable/contracts';
import { KIND_NAMES } from './edited-question';

const KINDS = QUESTION_KINDS.filter((kind): kind is WrittenKind => kind !== 'rating');

/** A question while it is typed: numbers and lists are text until they are sent. */
export interface TypedWords {
  kind: WrittenKind;
  wording: string;
  options: string;
  minimum: string;
  maximum: string;
  lowLabel: string;
  highLabel: string;
}

export const NO_WORDS: TypedWords = {
  kind: 'yes-no',
  wording: '',
  options: '',
  minimum: '0',
  maximum: '10',
  lowLabel: '',
  highLabel: '',
};

/** What was typed, as the service takes it. */
export function typedQuestion(typed: TypedWords): QuestionWords {
  const { kind, wording } = typed;
  const number = (text: string) => (text.trim() === '' ? undefined : Number(text));
  const [minimum, maximum] = [number(typed.minimum), number(typed.maximum)];
  const isList = kind === 'single' || kind === 'several';
  const isBounded = kind === 'number' || kind === 'scale';
  return {
    kind,
    wording: wording.trim(),
    ...(isList && {
      options: typed.options
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    }),
    ...(isBounded && minimum !== undefined && { minimum }),
    ...(isBounded && maximum !== undefined && { maximum }),
    ...(kind === 'scale' && typed.lowLabel.trim() && { lowLabel: typed.lowLabel.trim() }),
    ...(kind === 'scale' && typed.highLabel.trim() && { highLabel: typed.highLabel.trim() }),
  };
}

interface QuestionWordsFieldsProps {
  typed: TypedWords;
  onType: (typed: TypedWords) => void;
  errors: Record<string, string>;
}

/** What a question asks, and how it is answered. */
export function QuestionWordsFields({ typed, onType, errors }: QuestionWordsFieldsProps) {
  const { kind } = typed;
  const field = (name: Exclude<keyof TypedWords, 'kind'>, label: string, hint?: string, rows?: number) => (
    <TextField
      id={`question-${name}`}
      label={label}
      value={typed[name]}
      onChange={({ target }) => onType({ ...typed, [name]: target.value })}
      error={errors[name] !== undefined}
      helperText={errors[name] ?? hint}
      multiline={rows !== undefined}
      {...(rows !== undefined && { minRows: rows })}
      fullWidth
    />
  );
  return (
    <Box sx={{ display: 'grid', gap: 2, pt: 1 }}>
      {field(
        'wording',
        'Question',
        'Its words stay as they are once somebody answered: other words are another question.',
        2,
      )}
      <TextField
        id="question-kind"
        select
        label="Answered by"
        value={kind}
        onChange={({ target }) => onType({ ...typed, kind: KINDS.find((one) => one === target.value) ?? kind })}
        error={errors['kind'] !== undefined}
        helperText={
          errors['kind'] ??
          (kind === 'text'
            ? 'The form says beside it that it is not a way to report a concern. Answers are held back until somebody has read them.'
            : undefined)
        }
        fullWidth
      >
        {KINDS.map((one) => (
          <MenuItem key={one} value={one}>
            {KIND_NAMES[one]}
          </MenuItem>
        ))}
      </TextField>
      {kind === 'single' || kind === 'several'
        ? field('options', 'Answers to choose from', 'One on each line.', 4)
        : null}
      {kind === 'number' || kind === 'scale' ? (
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: '1fr 1fr' }}>
          {field('minimum', kind === 'scale' ? 'From' : 'Smallest number (optional)')}
          {field('maximum', kind === 'scale' ? 'To' : 'Largest number (optional)')}
          {kind === 'scale' ? field('lowLabel', 'The low end means (optional)') : null}
          {kind === 'scale' ? field('highLabel', 'The high end means (optional)') : null}
        </Box>
      ) : null}
    </Box>
  );
}
