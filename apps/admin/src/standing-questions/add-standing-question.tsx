import { Box, Button } from '@mui/material';
import type { NewStandingQuestion, StandingQuestionView } from '@roundtable/contracts';
import { useState } from 'react';
import { fieldErrors, unlessAtField } from '../api/refusals';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { NO_WORDS, QuestionWordsFields, typedQuestion } from '../course-forms/question-words-fields';
import { Panel } from '../look/panel';
import { FollowsField } from './follows-field';

const FIELDS = ['wording', 'kind', 'options', 'minimum', 'maximum', 'lowLabel', 'highLabel', 'followsId'];

/** Adds a question of the partnership. */
export function AddStandingQuestion() {
  const [typed, setTyped] = useState(NO_WORDS);
  const [followsId, setFollowsId] = useState<string | null>(null);
  const add = useAction((words: NewStandingQuestion) => api.post<StandingQuestionView>('/standing-questions', words), {
    done: 'The question is added. Put it on the form of a course next.',
    onDone: () => {
      setTyped(NO_WORDS);
      setFollowsId(null);
    },
    showsRefusal: true,
  });
  const isYesNo = typed.kind === 'yes-no';
  return (
    <Panel heading="Add a standing question">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate({ ...typedQuestion(typed), ...(isYesNo && followsId && { followsId }) });
        }}
      >
        {unlessAtField(add.error, ...FIELDS) ? <p role="alert">{add.error?.message}</p> : null}
        <QuestionWordsFields typed={typed} onType={setTyped} errors={fieldErrors(add.error)} />
        {isYesNo ? (
          <Box sx={{ mt: 2 }}>
            <FollowsField followsId={followsId} onChoose={setFollowsId} error={fieldErrors(add.error)['followsId']} />
          </Box>
        ) : null}
        <Button type="submit" variant="contained" disabled={add.isPending} sx={{ mt: 2 }}>
          Add the question
        </Button>
      </form>
    </Panel>
  );
}
