import { paths } from '@roundtable/contracts';
import { type FormPage, PRESSED, codeField, emailField, formPage, passwordField } from './form-page';

type Sentences = Record<string, string>;

/** What was done before somebody came to sign in. */
export const SIGN_IN_MOMENTS = ['confirmed', 'new-password', 'new-address'] as const;
export type SignInMoment = (typeof SIGN_IN_MOMENTS)[number];

const NOTICES: Record<SignInMoment, string> = {
  confirmed: 'Your email address is confirmed. Sign in with the password you chose.',
  'new-password': 'Your password was changed and you were signed out everywhere. Sign in with the new one.',
  'new-address': 'Your email address was changed and you were signed out everywhere. Sign in with the new one.',
};

export interface SignInTry {
  email: string;
  password: string;
  returnTo: string;
}

export function signInPage(
  given: Pick<SignInTry, 'email' | 'returnTo'>,
  more: { errors?: Sentences; moment?: SignInMoment | null } = {},
): FormPage {
  const errors = more.errors ?? {};
  return formPage(
    {
      title: 'Sign in',
      notice: more.moment ? NOTICES[more.moment] : null,
      words: ['Sign in to book training, do e-learning and see your record.'],
      action: paths.signIn,
      hidden: [{ name: 'returnTo', value: given.returnTo }],
      fields: [
        emailField('email', 'Email address', given.email, errors),
        passwordField('password', 'Password', errors, 'current-password'),
      ],
      button: { text: 'Sign in' },
      links: [
        { text: 'Email me a link instead', href: withReturn(paths.signInLink, given.returnTo) },
        { text: 'I forgot my password', href: paths.forgottenPassword },
        { text: 'Create an account', href: paths.register },
      ],
    },
    errors,
  );
}

/** The second step, where a factor is on. `step` is what proves the first. */
export function secondStepPage(step: string, returnTo: string, errors: Sentences = {}): FormPage {
  return formPage(
    {
      title: 'Enter your code',
      words: ['Open your authenticator app and enter the code that it shows for Roundtable.'],
      action: paths.signIn,
      hidden: [
        { name: 'step', value: step },
        { name: 'returnTo', value: returnTo },
      ],
      fields: [codeField('code', 'Code', errors, 'Six digits, or one of your recovery codes')],
      button: { text: 'Carry on' },
      cancel: { text: 'Start again', href: paths.signIn },
    },
    errors,
  );
}

/** What is missing before a try is made. */
export function signInErrors(given: SignInTry): Sentences {
  return {
    ...(given.email ? {} : { email: 'Enter your email address' }),
    ...(given.password ? {} : { password: 'Enter your password' }),
  };
}

/** Refused tries in their words: the same for an address nobody has and for a wrong password. */
export const REFUSED_SIGN_IN = {
  'people.sign-in-failed': 'The email address or the password is not right',
  'people.proof-refused': 'You took too long, or tried too often. Sign in again',
};

export const REFUSED_CODE = {
  'people.sign-in-failed': 'That code is not right. Enter the newest code from your app, or a recovery code',
};

export function linkPage(email: string, returnTo: string, errors: Sentences = {}): FormPage {
  return formPage(
    {
      title: 'Get a link to sign in',
      words: ['We email you a link and a six-digit code. Either signs you in, once, for 10 minutes.'],
      action: paths.signInLink,
      hidden: [{ name: 'returnTo', value: returnTo }],
      fields: [emailField('email', 'Email address', email, errors)],
      button: { text: 'Email me a link' },
      back: { text: 'Sign in with a password', href: paths.signIn },
    },
    errors,
  );
}

/** Where the code is typed; `email` is null where the mail that was asked for has run out. */
export function signInCodePage(
  mail: { reference: string; email: string | null; returnTo: string },
  errors: Sentences = {},
): FormPage {
  return formPage(
    {
      title: 'Check your email',
      words: [
        mail.email
          ? `If ${mail.email} has an account, an email is on its way. Press its link, or enter its code here.`
          : 'The code has run out. Ask for a new one.',
        'It can take a few minutes. Look in your junk folder too.',
      ],
      action: paths.signInCode,
      hidden: [
        { name: 'mail', value: mail.reference },
        { name: 'returnTo', value: mail.returnTo },
      ],
      fields: [codeField('code', 'Code from the email', errors, 'Six digits, like 123 456')],
      button: { text: 'Sign in' },
      links: [{ text: 'Send a new email', href: withReturn(paths.signInLink, mail.returnTo) }],
    },
    errors,
  );
}

/** The page that a mailed link opens. Nothing happens until the button is pressed. */
export function signInByLinkPage(token: string): FormPage {
  return formPage({
    title: 'Sign in to Roundtable',
    words: ['Press the button to sign in on this device.'],
    action: paths.signInByLink({ token }),
    fields: [],
    button: { text: 'Sign in', ...PRESSED },
  });
}

export const REFUSED_LINK = {
  'people.proof-refused': 'That code is not right, or it has run out. Enter it again, or ask for a new email',
};

function withReturn(path: string, returnTo: string): string {
  return returnTo ? `${path}?returnTo=${encodeURIComponent(returnTo)}` : path;
}
