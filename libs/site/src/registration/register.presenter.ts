import { type Area, AREAS, paths } from '@roundtable/contracts';
import type { AgencyChoice } from '@roundtable/people';
import {
  type FormPage,
  type RadiosField,
  PRESSED,
  emailField,
  formPage,
  passwordField,
  selectField,
  textField,
} from '../account/form-page';
import { PASSWORD_HINT } from '../account/new-password.presenter';
import { sentence } from '../frame/words';
import { ANOTHER, type Answers, NEW, type Step, carried } from './register.answers';

type Sentences = Record<string, string>;

const AREA_WORDS: Record<Area, string> = { city: 'In the city', county: 'In the county', both: 'In both' };
const step = (value: Step) => ({ name: 'step', value });

const withError = (id: string, errors: Sentences) =>
  errors[id] === undefined ? {} : { errorMessage: { text: errors[id] } };

/** The first page: the address; where it looks shared, whose it is. */
export function addressPage(answers: Answers, looksShared: boolean, errors: Sentences = {}): FormPage {
  return formPage(
    {
      title: 'Create an account',
      words: [
        'You need an account to book training and to do e-learning. It is for people who work or volunteer with children and families.',
      ],
      action: paths.register,
      fields: [
        emailField(
          'email',
          'Your work email address',
          answers.email,
          errors,
          'Your own, not one that several people read. Your training record belongs to it',
        ),
        ...(looksShared ? [ownAddressField(answers, errors)] : []),
      ],
      button: { text: 'Carry on', ...step('address') },
      links: [{ text: 'I have an account already', href: paths.signIn }],
    },
    errors,
  );
}

function ownAddressField(answers: Answers, errors: Sentences): RadiosField {
  return {
    kind: 'radios',
    id: 'ownAddress',
    legend: 'Is this address yours alone?',
    hint: { text: 'It looks like one that several people read. Whoever reads it can sign in as you.' },
    ...withError('ownAddress', errors),
    items: [
      { value: 'yes', text: 'Yes, only I read it', checked: answers.ownAddress === 'yes' },
      { value: 'no', text: 'No, others read it too', checked: answers.ownAddress === 'no' },
    ],
  };
}

/** The second page: who somebody is and whom they work for. */
export function detailsPage(answers: Answers, proposed: readonly AgencyChoice[], errors: Sentences = {}): FormPage {
  return formPage(
    {
      title: 'About you',
      words: ['Use the name that should stand on your certificates.'],
      action: paths.register,
      hidden: carried(answers, ['name', 'jobRole', 'agency', 'agencyName', 'agencyMatch', 'sector', 'area']),
      fields: [
        textField('name', 'Your full name', answers.name, errors, { autocomplete: 'name', spellcheck: false }),
        textField('jobRole', 'Your job role', answers.jobRole, errors, {
          autocomplete: 'organization-title',
          hint: { text: 'For example, health visitor or designated safeguarding lead' },
        }),
        ...agencyFields(answers, proposed, errors),
        areaField(answers, errors),
      ],
      button: { text: 'Carry on', ...step('details') },
    },
    errors,
  );
}

function agencyFields(answers: Answers, proposed: readonly AgencyChoice[], errors: Sentences): FormPage['fields'] {
  const isOpen = proposed.length === 0;
  const typed = textField('agencyName', 'Name of your agency', answers.agencyName, errors, {
    autocomplete: 'organization',
    hint: {
      text: isOpen
        ? 'The organisation you work or volunteer for, such as a school, trust, force or charity'
        : 'Only if it is another agency',
    },
  });
  if (isOpen) return [typed];
  return [
    {
      kind: 'radios',
      id: 'agency',
      legend: 'Which agency do you work or volunteer for?',
      ...withError('agency', errors),
      items: [
        ...proposed.map(({ id, name }) => ({ value: id, text: name, checked: answers.agency === id })),
        { value: ANOTHER, text: 'Another agency', checked: answers.agency === ANOTHER },
      ],
    },
    typed,
  ];
}

function areaField(answers: Answers, errors: Sentences): RadiosField {
  return {
    kind: 'radios',
    id: 'area',
    legend: 'Where do you work?',
    ...withError('area', errors),
    items: AREAS.map((area) => ({ value: area, text: AREA_WORDS[area], checked: answers.area === area })),
  };
}

/** The page between, where the name that was typed is no agency's: those with a name like it, or a new one. */
export function agencyPage(
  answers: Answers,
  like: readonly AgencyChoice[],
  sectors: readonly string[],
  errors: Sentences = {},
): FormPage {
  const newOne = `None of these. Add ${answers.agencyName}`;
  const sector = selectField(
    'sector',
    like.length ? 'What kind of agency is it, if it is new?' : 'What kind of agency is it?',
    [
      { value: '', text: 'Choose one', selected: answers.sector === '' },
      ...sectors.map((name) => ({ value: name, text: sentence(name), selected: answers.sector === name })),
    ],
    errors,
  );
  return formPage(
    {
      title: like.length ? 'Is your agency one of these?' : 'Your agency is new to us',
      caption: answers.agencyName,
      words: like.length ? [] : ['We add it, and the training team checks it. You can carry on at once.'],
      action: paths.register,
      hidden: [
        ...carried(answers, ['agencyMatch', 'sector']),
        ...(like.length ? [] : [{ name: 'agencyMatch', value: NEW }]),
      ],
      fields: like.length ? [matchField(answers, like, newOne, errors), sector] : [sector],
      button: { text: 'Carry on', ...step('agency') },
      secondButton: { text: 'Change answers', ...step('change') },
    },
    errors,
  );
}

function matchField(answers: Answers, like: readonly AgencyChoice[], newOne: string, errors: Sentences): RadiosField {
  return {
    kind: 'radios',
    id: 'agencyMatch',
    legend: 'Choose your agency',
    ...withError('agencyMatch', errors),
    items: [
      ...like.map(({ id, name }) => ({ value: id, text: name, checked: answers.agencyMatch === id })),
      { value: NEW, text: newOne, checked: answers.agencyMatch === NEW },
    ],
  };
}

/** The last page: the password, and the manager where the agency lets managers approve. */
export function accountPage(answers: Answers, asksForManager: boolean, errors: Sentences = {}): FormPage {
  return formPage(
    {
      title: asksForManager ? 'Your manager and your password' : 'Choose a password',
      words: asksForManager ? ['At your agency a manager approves bookings. We write to yours when you book.'] : [],
      action: paths.register,
      caption: answers.email,
      hidden: carried(answers, asksForManager ? ['managerName', 'managerEmail'] : []),
      fields: [
        ...(asksForManager
          ? [
              textField('managerName', 'Your manager’s name', answers.managerName, errors, { spellcheck: false }),
              textField('managerEmail', 'Your manager’s email address', answers.managerEmail, errors, {
                type: 'email',
                spellcheck: false,
              }),
            ]
          : []),
        passwordField('password', 'Password', errors, 'new-password', PASSWORD_HINT),
      ],
      button: { text: 'Create my account', ...step('account') },
      secondButton: { text: 'Change answers', ...step('change') },
    },
    errors,
  );
}

/** Where the code is typed; `email` is null where the mail that was asked for has run out. */
export function registerCodePage(mail: { reference: string; email: string | null }, errors: Sentences = {}): FormPage {
  return formPage(
    {
      title: 'Check your email',
      words: [
        mail.email
          ? `We sent an email to ${mail.email}. Press its link, or enter its code here. Then your account is ready.`
          : 'The code has run out. Create your account again.',
        'It can take a few minutes. Look in your junk folder too.',
      ],
      action: paths.registerCode,
      hidden: [{ name: 'mail', value: mail.reference }],
      fields: [
        textField('code', 'Code from the email', '', errors, {
          inputmode: 'numeric',
          autocomplete: 'one-time-code',
          spellcheck: false,
          classes: 'govuk-input--width-10',
          hint: { text: 'Six digits, like 123 456' },
        }),
      ],
      button: { text: 'Confirm my email address', ...PRESSED },
      links: [{ text: 'Start again', href: paths.register }],
    },
    errors,
  );
}

/** The page that the mailed link opens. Nothing happens until the button is pressed. */
export function confirmAddressPage(token: string, email: string): FormPage {
  return formPage({
    title: 'Confirm your email address',
    words: [
      `Press the button to confirm that ${email} is yours. Then sign in with the password you chose.`,
      'Press it only if you asked for this account yourself: whoever asked for it chose its password.',
    ],
    action: paths.confirmAddress({ token }),
    fields: [],
    button: { text: 'Confirm my email address' },
  });
}
