import { Box, Button, Link } from '@mui/material';
import { type CourseFormView, type WantedForm, paths } from '@roundtable/contracts';
import { useEffect, useRef, useState } from 'react';
import { fieldErrors } from '../api/refusals';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ConfirmedAction } from '../look/confirmed-action';
import { Hidden } from '../look/hidden';
import { Nothing, Refusal } from '../look/notices';
import { Panel } from '../look/panel';
import { AddQuestion } from './add-question';
import { type EditedQuestion, moved, startOf, wantedOf } from './edited-question';
import { FormQuestionRow } from './form-question-row';

const PREVIEWED = [
  ['before', 'Before'],
  ['after', 'After'],
  ['follow-up', 'Follow-up'],
  ['line-manager', 'Line manager'],
] as const;

/** The questions of a form as they are arranged; nothing is asked of anybody before it is published. */
export function FormDraft({ form }: { form: CourseFormView }) {
  const [questions, setQuestions] = useState<EditedQuestion[]>(() => startOf(form));
  const [isChanged, setChanged] = useState(false);
  const [move, setMove] = useState<{ key: string; by: 1 | -1; number: number } | null>(null);
  const list = useRef<HTMLOListElement>(null);
  // A row that moves loses the keyboard's place in some browsers, so it is given back.
  useEffect(() => {
    if (!move) return;
    const row = [...(list.current?.children ?? [])].find((one) => one.getAttribute('data-key') === move.key);
    row?.querySelectorAll<HTMLElement>('[data-moving] button')[move.by === -1 ? 0 : 1]?.focus();
  }, [move]);
  const path = `/courses/${encodeURIComponent(form.courseId)}/evaluation-form`;
  const change = (next: EditedQuestion[]) => {
    setQuestions(next);
    setChanged(true);
  };
  const save = useAction((wanted: WantedForm) => api.put<CourseFormView>(path, wanted), {
    done: 'The draft is saved. Look at it as a delegate would, then publish it.',
    onDone: () => setChanged(false),
    showsRefusal: true,
  });
  const publish = useAction(() => api.post<CourseFormView>(`${path}/publication`), {
    done: (answer) => `Version ${answer.current?.version ?? ''} is published. It is asked from now on.`,
    showsRefusal: true,
  });
  const errors = fieldErrors(save.error);
  const isAtQuestion = Object.keys(errors).length > 0;
  return (
    <Panel
      heading={form.draft ? `Draft of version ${form.draft.version}` : 'Questions'}
      actions={
        <>
          <AddQuestion
            statements={form.statements}
            questions={questions}
            onAdd={(added) => change([...questions, ...added])}
          />
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, mt: 2 }}>
            <Button
              variant="contained"
              disabled={save.isPending}
              onClick={() => save.mutate({ questions: questions.map(wantedOf) })}
            >
              Save the draft
            </Button>
            {form.draft && !isChanged ? (
              <Button variant="outlined" disabled={publish.isPending} onClick={() => publish.mutate(undefined)}>
                Publish version {form.draft.version}
              </Button>
            ) : null}
            {form.draft ? (
              <ConfirmedAction
                verb="Throw away"
                what="the draft"
                call={() => api.remove(path)}
                done="The draft is gone. What is published stays."
              >
                <p>What is published stays, and what was answered stays.</p>
              </ConfirmedAction>
            ) : null}
          </Box>
        </>
      }
    >
      <Refusal error={isAtQuestion ? new Error('One or more questions need mending. Each says what.') : save.error} />
      <Refusal
        error={
          fieldErrors(publish.error)['questions'] ? new Error(fieldErrors(publish.error)['questions']) : publish.error
        }
      />
      <p>
        See it as it is asked{form.draft && isChanged ? ', as it was last saved' : ''}:{' '}
        {PREVIEWED.map(([stage, name], index) => (
          <span key={stage}>
            {index > 0 ? ', ' : ''}
            <Link href={paths.formPreview({ slug: form.courseSlug, stage })} target="_blank" rel="noopener">
              {name} (opens in a new tab)
            </Link>
          </span>
        ))}
      </p>
      {questions.length === 0 ? <Nothing>No question is on this form yet. Add one below.</Nothing> : null}
      <Hidden>
        <span role="status">{move ? `Moved: now question ${move.number}` : ''}</span>
      </Hidden>
      <Box component="ol" ref={list} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {questions.map((question, index) => (
          <FormQuestionRow
            key={question.key}
            question={question}
            index={index}
            isFirst={index === 0}
            isLast={index === questions.length - 1}
            errors={errors}
            onChange={(next) => change(questions.map((one) => (one.key === next.key ? next : one)))}
            onMove={(by) => {
              change(moved(questions, index, by));
              setMove({ key: question.key, by, number: index + by + 1 });
            }}
            onRemove={() => change(questions.filter(({ key }) => key !== question.key))}
          />
        ))}
      </Box>
    </Panel>
  );
}
