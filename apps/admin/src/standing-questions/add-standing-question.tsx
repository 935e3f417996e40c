import { Button } from '@mui/material';
import type { QuestionWords, StandingQuestionView } from '@roundtable/contracts';
import { useState } from 'react';
import { fieldErrors, unlessAtField } from '../api/refusals';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { NO_WORDS, QuestionWordsFields, typedQuestion } from '../course-forms/question-words-fields';
import { Panel } from '../look/panel';

const FIELDS = ['wording', 'kind', 'options', 'minimum', 'maximum', 'lowLabel', 'highLabel'];

/** Adds a question of the partnership. */
export function AddStandingQuestion() {
  const [typed, setTyped] = useState(NO_WORDS);
  const add = useAction((words: QuestionWords) => api.post<StandingQuestionView>('/standing-questions', words), {
    done: 'The question is added. Put it on the form of a course next.',
    onDone: () => setTyped(NO_WORDS),
    showsRefusal: true,
  });
  return (
    <Panel heading="Add a standing question">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate(typedQuestion(typed));
        }}
      >
        {unlessAtField(add.error, ...FIELDS) ? <p role="alert">{add.error?.message}</p> : null}
        <QuestionWordsFields typed={typed} onType={setTyped} errors={fieldErrors(add.error)} />
        <Button type="submit" variant="contained" disabled={add.isPending} sx={{ mt: 2 }}>
          Add the question
        </Button>
      </form>
    </Panel>
  );
}
