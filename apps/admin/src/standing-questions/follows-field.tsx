import { MenuItem, TextField } from '@mui/material';
import type { StandingQuestionView } from '@roundtable/contracts';
import { useGetList } from 'react-admin';

const NONE = 'none';

interface FollowsFieldProps {
  /** The question that it is chosen for, which cannot follow itself. */
  questionId?: string;
  followsId: string | null;
  onChoose: (followsId: string | null) => void;
  error: string | undefined;
}

/** Which standing question with yes or no comes before: 'Have you used it?' follows 'Are you aware of it?'. */
export function FollowsField({ questionId, followsId, onChoose, error }: FollowsFieldProps) {
  const { data } = useGetList<StandingQuestionView>('standing-questions', {
    sort: { field: 'wording', order: 'ASC' },
    pagination: { page: 1, perPage: 200 },
  });
  const choices = (data ?? []).filter(({ id, kind }) => kind === 'yes-no' && id !== questionId);
  return (
    <TextField
      select
      id="question-follows"
      label="Follows (optional)"
      value={choices.some(({ id }) => id === followsId) ? followsId : NONE}
      onChange={({ target }) => onChoose(target.value === NONE ? null : target.value)}
      error={error !== undefined}
      helperText={
        error ?? 'Have you used it? follows Are you aware of it? Reports over time then show the two beside each other.'
      }
      fullWidth
    >
      <MenuItem value={NONE}>No other question</MenuItem>
      {choices.map(({ id, wording }) => (
        <MenuItem key={id} value={id} sx={{ whiteSpace: 'normal' }}>
          {wording}
        </MenuItem>
      ))}
    </TextField>
  );
}
