import { type SecondFactorSetUp, type SecondFactorView, paths } from '@roundtable/contracts';
import type { PageModel } from '../frame/site-pages';
import { factorWords } from './account.presenter';
import { type FormPage, type InputField, codeField, formPage, passwordField } from './form-page';

type Sentences = Record<string, string>;

const BACK = { text: 'Your account', href: paths.account };
const NO_APP =
  'Any authenticator app works, such as Microsoft Authenticator, Google Authenticator or the one in your password manager.';

/** Before it is set up: the password once more, unless nothing else may be done first. */
export function startPage(mustEnrol: boolean, errors: Sentences = {}): FormPage {
  return formPage(
    {
      title: 'Set up a second step',
      section: 'account',
      words: [
        mustEnrol
          ? 'Your role sees other people’s data, so your password alone is not enough. Set up a second step now: it takes two minutes.'
          : 'With a second step, whoever finds out your password still cannot sign in as you.',
        `You need an authenticator app on your telephone or computer. ${NO_APP}`,
      ],
      action: paths.secondFactor,
      hidden: [{ name: 'do', value: 'begin' }],
      fields: mustEnrol ? [] : [passwordField('password', 'Your password', errors, 'current-password')],
      button: { text: 'Set up the second step' },
      ...(mustEnrol ? {} : { back: BACK }),
    },
    errors,
  );
}

export interface SetUpPage extends PageModel {
  picture: string;
  secret: string;
  appHref: string;
  code: InputField;
}

/** The picture for the app, and its first code. The secret in groups of four, to be typed where there is no camera. */
export function setUpPage(setUp: SecondFactorSetUp, picture: string, errors: Sentences = {}): SetUpPage {
  const code = codeField('code', 'Code that the app shows', errors, 'Six digits');
  const { errors: summary } = formPage(
    { title: '', words: [], action: '', fields: [code], button: { text: '' } },
    errors,
  );
  return {
    title: 'Add Roundtable to your app',
    section: 'account',
    errors: summary,
    picture,
    secret: setUp.secret.replace(/(.{4})(?=.)/g, '$1 '),
    appHref: setUp.uri,
    code,
  };
}

export interface RecoveryCodesPage extends PageModel {
  isNew: boolean;
  codes: readonly string[];
}

/** Shown once, when they are made. */
export function recoveryCodesPage(codes: readonly string[], isNew: boolean): RecoveryCodesPage {
  return { title: 'Keep your recovery codes', section: 'account', isNew, codes };
}

export interface FactorPage extends PageModel {
  state: string;
  isRequired: boolean;
}

/** While it is on. */
export function factorPage(factor: SecondFactorView): FactorPage {
  return { title: 'Your second step', section: 'account', state: factorWords(factor), isRequired: factor.isRequired };
}

export function newRecoveryCodesPage(errors: Sentences = {}): FormPage {
  return formPage(
    {
      title: 'Get new recovery codes',
      section: 'account',
      words: ['The old ones stop working.'],
      action: paths.recoveryCodes,
      fields: [codeField('code', 'Code from your app', errors, 'Six digits, or one of your recovery codes')],
      button: { text: 'Get new recovery codes' },
      back: { text: 'Your second step', href: paths.secondFactor },
    },
    errors,
  );
}

export function removalPage(errors: Sentences = {}): FormPage {
  return formPage(
    {
      title: 'Turn off the second step',
      section: 'account',
      words: ['Your password alone signs you in then. To use another telephone, turn it off and set it up again.'],
      action: paths.secondFactorRemoval,
      fields: [
        passwordField('password', 'Your password', errors, 'current-password'),
        codeField('code', 'Code from your app', errors, 'Six digits, or one of your recovery codes'),
      ],
      button: { text: 'Turn it off' },
      back: { text: 'Your second step', href: paths.secondFactor },
    },
    errors,
  );
}
