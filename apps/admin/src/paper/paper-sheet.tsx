import { Box, Button, Checkbox, FormControlLabel } from '@mui/material';
import type { PaperAnswers, PaperFormView, PaperPersonView } from '@roundtable/contracts';
import { useEffect, useRef, useState } from 'react';
import { fieldErrors } from '../api/refusals';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { Refusal } from '../look/notices';
import { PaperQuestion } from './paper-question';
import { type TypedAnswers, sentAnswers } from './typed-answers';

interface PaperSheetProps {
  form: PaperFormView;
  person: PaperPersonView;
  onSaved: () => void;
}

/** The sheet of one delegate. The first question has the keyboard as soon as it is there. */
export function PaperSheet({ form, person, onSaved }: PaperSheetProps) {
  const [typed, setTyped] = useState<TypedAnswers>({});
  const [mayQuote, setMayQuote] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const saving = useRef<HTMLButtonElement>(null);
  const save = useAction(
    (answers: PaperAnswers) =>
      api.post<void>(`/bookings/${encodeURIComponent(person.bookingId)}/paper-answers`, answers),
    { done: `The answers of ${person.name} are saved.`, onDone: onSaved, showsRefusal: true },
  );
  const errors = fieldErrors(save.error);
  const goTo = (index: number) => {
    const question = list.current?.querySelectorAll('[data-paper-question]')[index];
    const control = question?.querySelector<HTMLElement>('button, textarea:not([aria-hidden]), input');
    (control ?? saving.current)?.focus();
  };
  useEffect(() => goTo(0), []);
  const hasText = form.questions.some(({ kind }) => kind === 'text');
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({
          stage: form.stage,
          formId: form.formId,
          answers: sentAnswers(form.questions, typed),
          ...(hasText && { quoteConsent: mayQuote }),
        });
      }}
    >
      <Refusal error={Object.keys(errors).length > 0 ? new Error('Look at the questions below again.') : save.error} />
      <Box component="ol" ref={list} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {form.questions.map((question, index) => (
          <PaperQuestion
            key={question.id}
            question={question}
            number={index + 1}
            answer={typed[question.id]}
            error={errors[`answers.${question.id}`]}
            onAnswer={(answer) => setTyped((before) => ({ ...before, [question.id]: answer }))}
            onNext={() => goTo(index + 1)}
          />
        ))}
      </Box>
      {hasText ? (
        <FormControlLabel
          control={<Checkbox checked={mayQuote} onChange={({ target }) => setMayQuote(target.checked)} />}
          label="They allow that their words are quoted"
        />
      ) : null}
      <Box sx={{ mt: 1 }}>
        <Button ref={saving} type="submit" variant="contained" disabled={save.isPending}>
          Save this sheet
        </Button>
      </Box>
    </form>
  );
}
