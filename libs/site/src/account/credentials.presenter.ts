import { paths } from '@roundtable/contracts';
import { type FormPage, PRESSED, emailField, formPage, passwordField } from './form-page';
import { PASSWORD_HINT } from './new-password.presenter';

type Sentences = Record<string, string>;

const BACK = { text: 'Your account', href: paths.account };

export function changePasswordPage(errors: Sentences = {}): FormPage {
  return formPage(
    {
      title: 'Change your password',
      section: 'account',
      words: ['You stay signed in here, and are signed out on your other devices.'],
      action: paths.accountPassword,
      fields: [
        passwordField('currentPassword', 'Current password', errors, 'current-password'),
        passwordField('newPassword', 'New password', errors, 'new-password', PASSWORD_HINT),
      ],
      button: { text: 'Change my password' },
      back: BACK,
      links: [{ text: 'I forgot my password', href: paths.forgottenPassword }],
    },
    errors,
  );
}

export function changeAddressPage(email: string, errors: Sentences = {}): FormPage {
  return formPage(
    {
      title: 'Change your email address',
      section: 'account',
      words: ['We email a link to the new address. Until you have used it, nothing changes.'],
      action: paths.accountEmail,
      fields: [
        { ...emailField('email', 'New email address', email, errors), autocomplete: 'email' },
        passwordField('password', 'Your password', errors, 'current-password'),
      ],
      button: { text: 'Email me a link' },
      back: BACK,
    },
    errors,
  );
}

/** The page that the mailed link opens. Nothing happens until the button is pressed. */
export function confirmNewAddressPage(token: string, email: string): FormPage {
  return formPage({
    title: 'Confirm your new email address',
    words: [`Press the button to use ${email} from now on. You are signed out everywhere, and sign in with it.`],
    action: paths.confirmNewAddress({ token }),
    fields: [],
    button: { text: 'Confirm my new email address', ...PRESSED },
  });
}
