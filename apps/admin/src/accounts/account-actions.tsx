import { Button } from '@mui/material';
import type { AccountDetailView } from '@roundtable/contracts';
import { useState, type ReactNode } from 'react';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';

interface Account {
  account: AccountDetailView;
}

/** Nothing for somebody without an address. */
export function MailPasswordLink({ account: { id, email, name, hasAccount } }: Account) {
  if (email === null) return null;
  return (
    <AccountAction
      path={`${id}/password-link`}
      button="Mail a password link"
      verb="Mail the link"
      done={`A link is on its way to ${email}. It works once, for 48 hours.`}
    >
      <p>
        It goes to {email}, and names you.{' '}
        {hasAccount
          ? `The password that ${name} has stays until a new one is set.`
          : `${name} has an account once the password is set.`}
      </p>
    </AccountAction>
  );
}

/** Nothing for somebody who is signed in nowhere. */
export function EndSignIns({ account: { id, name, openSignIns } }: Account) {
  if (openSignIns === 0) return null;
  return (
    <AccountAction
      path={`${id}/sign-out`}
      button="End their sign-ins"
      verb="End their sign-ins"
      done={`${name} is signed out on every device.`}
    >
      <p>{name} is signed out at once, on every device. What they were writing there and did not save is lost.</p>
    </AccountAction>
  );
}

/** Nothing for somebody who is not held back. */
export function LetTryAgain({ account: { id, name, isHeldBack } }: Account) {
  if (!isHeldBack) return null;
  return (
    <AccountAction
      path={`${id}/another-try`}
      button="Let them try again"
      verb="Let them try again"
      done={`${name} can try to sign in again now.`}
    >
      <p>There were too many tries in this minute. It passes by itself; this lets {name} try again at once.</p>
    </AccountAction>
  );
}

interface AccountActionProps {
  path: string;
  button: string;
  verb: string;
  done: string;
  children: ReactNode;
}

function AccountAction({ path, button, verb, done, children }: AccountActionProps) {
  const [isOpen, setOpen] = useState(false);
  const action = useAction(() => api.post<AccountDetailView>(`/accounts/${path}`), {
    done,
    onDone: () => setOpen(false),
    showsRefusal: true,
  });
  return (
    <>
      <Button
        variant="outlined"
        onClick={() => {
          action.reset();
          setOpen(true);
        }}
      >
        {button}
      </Button>
      <ActionDialog
        heading={button}
        verb={verb}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onDo={() => action.mutate(undefined)}
        isBusy={action.isPending}
        error={action.error}
      >
        {children}
      </ActionDialog>
    </>
  );
}
