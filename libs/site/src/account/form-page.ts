import { type PageErrors, pageErrors } from '../frame/errors';
import type { PageModel } from '../frame/site-pages';

interface Labelled {
  id: string;
  name: string;
  label: { text: string; classes: string };
  hint?: { text: string };
  classes?: string;
  errorMessage?: { text: string };
}

export interface InputField extends Labelled {
  kind: 'input';
  type: 'text' | 'email';
  value: string;
  autocomplete?: string;
  inputmode?: 'numeric' | 'email';
  spellcheck?: false;
}

export interface PasswordField extends Labelled {
  kind: 'password';
  autocomplete: 'current-password' | 'new-password';
}

export interface RadiosField {
  kind: 'radios';
  id: string;
  legend: string;
  hint?: { text: string };
  errorMessage?: { text: string };
  items: { value: string; text: string; hint?: { text: string }; checked: boolean }[];
}

export interface SelectField extends Labelled {
  kind: 'select';
  items: { value: string; text: string; selected: boolean }[];
}

export type FormField = InputField | PasswordField | RadiosField | SelectField;

interface PageLink {
  text: string;
  href: string;
}

interface PageButton {
  text: string;
  name?: string;
  value?: string;
}

/**
 * Sent along by the button of a mailed link's page. Scanners of mail submit forms too, without pressing a button, and
 * what they send does nothing.
 */
export const PRESSED = { name: 'pressed', value: 'yes' };

/** A page that asks for a few things, for the one template that draws such pages. */
export interface FormPage extends PageModel {
  caption?: string;
  /** What was done before, in a sentence. */
  notice?: string | null;
  words: string[];
  action: string;
  hidden: { name: string; value: string }[];
  fields: FormField[];
  button: PageButton;
  secondButton?: PageButton;
  cancel?: PageLink;
  back?: PageLink;
  links: PageLink[];
}

type Sentences = Record<string, string>;

const labelled = (id: string, text: string, errors: Sentences): Labelled => ({
  id,
  name: id,
  label: { text, classes: 'govuk-label--s' },
  ...(errors[id] !== undefined && { errorMessage: { text: errors[id] } }),
});

export function textField(
  id: string,
  label: string,
  value: string,
  errors: Sentences,
  more: Partial<InputField> = {},
): InputField {
  return { kind: 'input', type: 'text', value, ...labelled(id, label, errors), ...more };
}

export function emailField(id: string, label: string, value: string, errors: Sentences, hint?: string): InputField {
  return textField(id, label, value, errors, {
    type: 'email',
    autocomplete: 'username',
    spellcheck: false,
    ...(hint !== undefined && { hint: { text: hint } }),
  });
}

/** Six digits, or what else proves who somebody is; browsers offer what they know. */
export function codeField(id: string, label: string, errors: Sentences, hint?: string): InputField {
  return textField(id, label, '', errors, {
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    spellcheck: false,
    classes: 'govuk-input--width-10',
    ...(hint !== undefined && { hint: { text: hint } }),
  });
}

export function passwordField(
  id: string,
  label: string,
  errors: Sentences,
  autocomplete: PasswordField['autocomplete'],
  hint?: string,
): PasswordField {
  return {
    kind: 'password',
    autocomplete,
    ...labelled(id, label, errors),
    ...(hint !== undefined && { hint: { text: hint } }),
  };
}

export function selectField(id: string, label: string, items: SelectField['items'], errors: Sentences): SelectField {
  return { kind: 'select', items, ...labelled(id, label, errors) };
}

/** The page of a form: errors in the order of its fields; one that belongs to none of them stands at the first. */
export function formPage(
  page: Omit<FormPage, 'errors' | 'hidden' | 'links'> & Partial<Pick<FormPage, 'hidden' | 'links'>>,
  errors: Sentences = {},
): FormPage {
  const known = page.fields.map(({ id }) => id).filter((id) => errors[id] !== undefined);
  return {
    hidden: [],
    links: [],
    isPersonal: true,
    ...page,
    errors: inOrder(known, errors),
  };
}

function inOrder(ids: readonly string[], errors: Sentences): PageErrors | null {
  return pageErrors(Object.fromEntries(ids.map((id) => [id, errors[id] ?? ''])));
}
