import { Box, Checkbox, FormControlLabel, FormGroup, TextField, Typography } from '@mui/material';
import { FORM_STAGES, type FormStage } from '@roundtable/contracts';
import { colours } from '../look/colours';
import { SmallButton } from '../look/small-button';
import { Tag } from '../look/tag';
import { type EditedQuestion, KIND_NAMES, STAGE_NAMES, isAskedAt } from './edited-question';

interface FormQuestionRowProps {
  question: EditedQuestion;
  index: number;
  isFirst: boolean;
  isLast: boolean;
  errors: Record<string, string>;
  onChange: (question: EditedQuestion) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

const SOURCES = { statement: 'outcome statement', standing: 'standing question', own: 'question of this course' };

/** One question of a form: when it is asked, whether it must be answered, and where it stands. */
export function FormQuestionRow({
  question,
  index,
  isFirst,
  isLast,
  errors,
  onChange,
  onMove,
  onRemove,
}: FormQuestionRowProps) {
  const { words, stages, kind, source } = question;
  const wrong = [
    'stages',
    'statementId',
    'standingId',
    'help',
    'own.wording',
    'own.options',
    'own.minimum',
    'own.maximum',
  ]
    .map((field) => errors[`questions.${index}.${field}`])
    .filter((text) => text !== undefined);
  const tick = (stage: FormStage, isOn: boolean) =>
    onChange({ ...question, stages: FORM_STAGES.filter((one) => (one === stage ? isOn : stages.includes(one))) });
  return (
    <Box component="li" data-key={question.key} sx={{ borderTop: `1px solid ${colours.line}`, py: 1.5 }}>
      <Typography component="h3" variant="body1" sx={{ fontWeight: 700 }}>
        {index + 1}. {words}
      </Typography>
      <Typography variant="body2" color="text.secondary">
        {SOURCES[source]}, {KIND_NAMES[kind]}{' '}
        {question.isRetired ? <Tag tone="attention">retired: no longer asked</Tag> : null}
      </Typography>
      {wrong.length > 0 ? (
        <Typography role="alert" color="error">
          {wrong.join('. ')}
        </Typography>
      ) : null}
      <FormGroup row role="group" aria-label={`When question ${index + 1} is asked`}>
        {FORM_STAGES.filter((stage) => isAskedAt(kind, stage)).map((stage) => (
          <FormControlLabel
            key={stage}
            control={
              <Checkbox
                size="small"
                checked={stages.includes(stage)}
                onChange={({ target }) => tick(stage, target.checked)}
              />
            }
            label={STAGE_NAMES[stage]}
          />
        ))}
        <FormControlLabel
          control={
            <Checkbox
              size="small"
              checked={question.isRequired}
              onChange={({ target }) => onChange({ ...question, isRequired: target.checked })}
            />
          }
          label="Must be answered"
        />
      </FormGroup>
      <TextField
        id={`help-${question.key}`}
        label={`Help for question ${index + 1} (optional)`}
        value={question.help}
        onChange={({ target }) => onChange({ ...question, help: target.value })}
        slotProps={{ htmlInput: { maxLength: 300 } }}
        size="small"
        fullWidth
        sx={{ mt: 0.5, mb: 1 }}
      />
      <Box data-moving>
        <SmallButton verb="Up" what={`question ${index + 1}`} isOff={isFirst} onClick={() => onMove(-1)} />
        <SmallButton verb="Down" what={`question ${index + 1}`} isOff={isLast} onClick={() => onMove(1)} />
        <SmallButton verb="Remove" what={`question ${index + 1}`} isEnd onClick={onRemove} />
      </Box>
    </Box>
  );
}
