import { Box, Button } from '@mui/material';
import type { CourseFormView, StandingQuestionView } from '@roundtable/contracts';
import { useState } from 'react';
import { ActionDialog } from '../look/action-dialog';
import { ChooseOne } from '../look/choose-one';
import { type EditedQuestion, ofOwn, ofStanding, ofStatement } from './edited-question';
import { NO_WORDS, QuestionWordsFields, type TypedWords, typedQuestion } from './question-words-fields';

interface AddQuestionProps {
  statements: CourseFormView['statements'];
  questions: readonly EditedQuestion[];
  onAdd: (questions: EditedQuestion[]) => void;
}

/** The three places that a question comes from. */
export function AddQuestion({ statements, questions, onAdd }: AddQuestionProps) {
  const [open, setOpen] = useState<'standing' | 'own' | null>(null);
  const missing = statements.filter(({ id }) => !questions.some(({ sourceId }) => sourceId === id));
  const add = (question: EditedQuestion) => {
    onAdd([question]);
    setOpen(null);
  };
  return (
    <>
      {missing.length > 0 ? (
        <p>
          {missing.length === 1
            ? 'One outcome statement of the course is not on this form.'
            : `${missing.length} outcome statements of the course are not on this form.`}
        </p>
      ) : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mt: 1.5 }}>
        {missing.length > 0 ? (
          <Button variant="outlined" onClick={() => onAdd(missing.map(ofStatement))}>
            Add {missing.length === 1 ? 'the missing statement' : 'the missing statements'}
          </Button>
        ) : null}
        <Button variant="outlined" onClick={() => setOpen('standing')}>
          Add a standing question
        </Button>
        <Button variant="outlined" onClick={() => setOpen('own')}>
          Add a new question
        </Button>
      </Box>
      {open === 'standing' ? <StandingDialog onAdd={add} onClose={() => setOpen(null)} /> : null}
      {open === 'own' ? <OwnDialog onAdd={add} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

interface DialogProps {
  onAdd: (question: EditedQuestion) => void;
  onClose: () => void;
}

function StandingDialog({ onAdd, onClose }: DialogProps) {
  const [chosen, setChosen] = useState<StandingQuestionView | null>(null);
  const [isAsked, setAsked] = useState(false);
  return (
    <ActionDialog
      heading="Add a standing question"
      verb="Add the question"
      isOpen
      onClose={onClose}
      onDo={() => (chosen ? onAdd(ofStanding(chosen)) : setAsked(true))}
      isBusy={false}
      error={null}
    >
      <p>Standing questions are the partnership’s own. Their answers can be compared across courses.</p>
      <ChooseOne<StandingQuestionView>
        id="standing-question"
        label="Question"
        resource="standing-questions"
        filter={{ isRetired: false }}
        sort={{ field: 'wording', order: 'ASC' }}
        value={chosen}
        onChoose={setChosen}
        inWords={({ wording }) => wording}
        error={isAsked && !chosen ? 'Choose a question' : undefined}
      />
    </ActionDialog>
  );
}

function OwnDialog({ onAdd, onClose }: DialogProps) {
  const [typed, setTyped] = useState<TypedWords>(NO_WORDS);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const addTyped = () => {
    const found = wrongIn(typed);
    setErrors(found);
    if (Object.keys(found).length === 0) onAdd(ofOwn(typedQuestion(typed)));
  };
  return (
    <ActionDialog
      heading="Add a new question"
      verb="Add the question"
      isOpen
      onClose={onClose}
      onDo={addTyped}
      isBusy={false}
      error={null}
    >
      <p>It belongs to this course alone. A rating is an outcome statement: write those on the course’s own page.</p>
      <QuestionWordsFields typed={typed} onType={setTyped} errors={errors} />
    </ActionDialog>
  );
}

/** What can be said before the service is asked; it checks everything again. */
function wrongIn(typed: TypedWords): Record<string, string> {
  const { kind, wording, options = [], minimum, maximum } = typedQuestion(typed);
  const errors: Record<string, string> = {};
  if (wording === '') errors['wording'] = 'Enter the question';
  if ((kind === 'single' || kind === 'several') && options.length < 2)
    errors['options'] = 'Give at least two answers to choose from';
  for (const [field, value] of Object.entries({ minimum, maximum }))
    if (value !== undefined && !Number.isInteger(value)) errors[field] = 'Enter a whole number';
  return errors;
}
