import { paths } from '@roundtable/contracts';
import type { PageModel } from '../frame/site-pages';
import { type FormPage, emailField, formPage, passwordField } from './form-page';

type Sentences = Record<string, string>;

export const PASSWORD_HINT =
  '12 or more characters. Three random words are easy to remember and hard to guess. You may paste it from a password manager';

export function forgottenPasswordPage(email: string, errors: Sentences = {}): FormPage {
  return formPage(
    {
      title: 'Choose a new password',
      words: ['We email you a link that leads to a new password.'],
      action: paths.forgottenPassword,
      fields: [emailField('email', 'Email address', email, errors)],
      button: { text: 'Email me a link' },
      back: { text: 'Sign in', href: paths.signIn },
    },
    errors,
  );
}

/** After asking: the same words for every address. */
export function mailSentPage(): PageModel {
  return { title: 'Check your email' };
}

/** The page that the mailed link opens. */
export function newPasswordPage(token: string, errors: Sentences = {}): FormPage {
  return formPage(
    {
      title: 'Choose a new password',
      words: ['You are signed out everywhere once it is changed. Then sign in with the new one.'],
      action: paths.newPassword({ token }),
      fields: [passwordField('password', 'New password', errors, 'new-password', PASSWORD_HINT)],
      button: { text: 'Change my password' },
    },
    errors,
  );
}
