import { Fields } from '../frame/fields';
import { type SamplePage, samplePage as page } from '../frame/sample-page.builder';
import { readAnswers } from '../registration/register.answers';
import {
  accountPage as lastRegisterPage,
  addressPage,
  agencyPage,
  confirmAddressPage,
  detailsPage,
  registerCodePage,
} from '../registration/register.presenter';
import { accountPage } from './account.presenter';
import { changeAddressPage, changePasswordPage, confirmNewAddressPage } from './credentials.presenter';
import { endedLinkPage } from './ended-link.presenter';
import { forgottenPasswordPage, mailSentPage, newPasswordPage } from './new-password.presenter';
import {
  factorPage,
  newRecoveryCodesPage,
  recoveryCodesPage,
  removalPage,
  setUpPage,
  startPage,
} from './second-factor.presenter';
import {
  REFUSED_SIGN_IN,
  linkPage,
  secondStepPage,
  signInByLinkPage,
  signInCodePage,
  signInPage,
} from './sign-in.presenter';
import { signInsPage } from './sign-ins.presenter';

const FORM = 'account/form';
const PICTURE = 'data:image/svg+xml;base64,PHN2Zy8+';
const SET_UP = { secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', uri: 'otpauth://totp/Roundtable:priya@school.example' };
const mail = { reference: 'mail-1', email: 'priya@sherwood-school.example' };

/** Pages of registering, signing in and one's own account. `typed` stands for what somebody typed. */
export function accountSamples(typed = 'Sherwood Primary School'): SamplePage[] {
  const answers = readAnswers(
    Fields.ofForm({
      email: 'office@sherwood-school.example',
      name: typed,
      jobRole: typed,
      agency: 'another',
      agencyName: typed,
      agencyMatch: 'agency-2',
      area: 'city',
      managerName: typed,
    }),
  );
  const agencies = [
    { id: 'agency-1', name: typed },
    { id: 'agency-2', name: 'Sherwood Forest Academy Trust' },
  ];
  const sectors = ['education', 'health', 'police'];
  const off = { isOn: false, isRequired: false, recoveryCodesLeft: 0 };
  const on = { isOn: true, isRequired: false, recoveryCodesLeft: 9 };
  const me = { name: typed, email: mail.email };
  const seen = { startedAt: '2024-05-07T08:30:00.000Z', lastSeenAt: '2024-05-08T07:55:00.000Z' };
  const devices = [
    { id: 'sign-in-1', device: 'Firefox on Windows', ...seen, isCurrent: true },
    { id: 'sign-in-2', device: typed, ...seen, isCurrent: false },
  ];
  return [
    page('sign-in', FORM, signInPage({ email: '', returnTo: '/my-training' })),
    page('sign-in-confirmed', FORM, signInPage({ email: '', returnTo: '' }, { moment: 'confirmed' })),
    page(
      'sign-in-refused',
      FORM,
      signInPage({ email: typed, returnTo: '' }, { errors: { email: REFUSED_SIGN_IN['people.sign-in-failed'] } }),
    ),
    page('sign-in-code', FORM, secondStepPage('secret', '', { code: 'Enter the code' })),
    page('sign-in-link', FORM, linkPage('', '/courses')),
    page('sign-in-mailed', FORM, signInCodePage({ ...mail, returnTo: '' })),
    page(
      'sign-in-mail-ended',
      FORM,
      signInCodePage({ ...mail, email: null, returnTo: '' }, { code: 'Enter the code' }),
    ),
    page('sign-in-by-link', FORM, signInByLinkPage('secret')),
    page('link-ended', 'account/ended-link', endedLinkPage({ text: 'Sign in', href: '/sign-in' })),
    page('forgotten-password', FORM, forgottenPasswordPage(typed, { email: 'Enter your email address' })),
    page('forgotten-password-sent', 'account/mail-sent', mailSentPage()),
    page('new-password', FORM, newPasswordPage('secret')),
    page('register', FORM, addressPage(readAnswers(Fields.ofForm({})), false)),
    page(
      'register-shared',
      FORM,
      addressPage(answers, true, { ownAddress: 'Say whether this address is yours alone' }),
    ),
    page('register-details', FORM, detailsPage(answers, agencies)),
    page('register-details-unknown', FORM, detailsPage(answers, [], { agencyName: 'Enter the name of your agency' })),
    page('register-agency', FORM, agencyPage(answers, agencies, sectors)),
    page('register-agency-new', FORM, agencyPage(answers, [], sectors, { sector: 'Choose what kind of agency it is' })),
    page('register-password', FORM, lastRegisterPage(answers, false)),
    page(
      'register-manager',
      FORM,
      lastRegisterPage(answers, true, { managerEmail: 'Enter your manager’s email address' }),
    ),
    page('register-mailed', FORM, registerCodePage(mail)),
    page('register-confirm', FORM, confirmAddressPage('secret', typed)),
    page('account', 'account/account', accountPage(me, off, 1, null)),
    page('account-changed', 'account/account', accountPage(me, on, 2, 'password')),
    page('change-password', FORM, changePasswordPage()),
    page('change-address', FORM, changeAddressPage(typed, { email: 'This is your email address already' })),
    page('confirm-new-address', FORM, confirmNewAddressPage('secret', typed)),
    page('sign-ins', 'account/sign-ins', signInsPage(devices, true)),
    page('second-factor-start', FORM, startPage(false)),
    page('second-factor-first', FORM, startPage(true)),
    page('second-factor-set-up', 'account/second-factor-set-up', setUpPage(SET_UP, PICTURE)),
    page(
      'second-factor-wrong',
      'account/second-factor-set-up',
      setUpPage(SET_UP, PICTURE, { code: 'That code is not right' }),
    ),
    page('second-factor', 'account/second-factor', factorPage(on)),
    page('second-factor-required', 'account/second-factor', factorPage({ ...on, isRequired: true })),
    page('recovery-codes', 'account/recovery-codes', recoveryCodesPage(['2345-6789-BCDF', 'GHJK-MNPQ-RSTV'], true)),
    page('recovery-codes-new', FORM, newRecoveryCodesPage()),
    page('second-factor-removal', FORM, removalPage()),
  ];
}
