import { useMutation } from '@tanstack/react-query';
import { useLogoutIfAccessDenied, useNotify, useRefresh } from 'react-admin';

interface Outcome<Answer> {
  /** What happened, and what comes next. */
  done: string | ((answer: Answer) => string);
  onDone?: (answer: Answer) => void;
  /** The caller shows the refusal itself, beside the field it is about. */
  showsRefusal?: boolean;
}

/** One call that changes something: says what happened, and reads the page's data again. */
export function useAction<Input, Answer>(call: (input: Input) => Promise<Answer>, outcome: Outcome<Answer>) {
  const notify = useNotify();
  const refresh = useRefresh();
  const logoutIfAccessDenied = useLogoutIfAccessDenied();
  return useMutation<Answer, Error, Input>({
    mutationFn: call,
    onSuccess: (answer) => {
      notify(typeof outcome.done === 'string' ? outcome.done : outcome.done(answer), { type: 'success' });
      refresh();
      outcome.onDone?.(answer);
    },
    onError: async (error) => {
      const isSignedOut = await logoutIfAccessDenied(error);
      if (!isSignedOut && !outcome.showsRefusal) notify(error.message, { type: 'error' });
    },
  });
}
