import { type AgencyView, type PractitionerView, paths } from '@roundtable/contracts';
import { type FormPage, formPage, selectField, textField } from '../account/form-page';
import { Fields } from '../frame/fields';
import type { PageModel } from '../frame/site-pages';
import { count, sentence } from '../frame/words';

/** How many people one page of the list shows. */
export const PAGE = 25;

export const DONE = {
  added: 'They are added. We have written to them to say so, if you gave an email address.',
  ended: 'They are taken off your list. We have written to them to say so.',
} as const;

export interface AgencySearch {
  q: string;
  agencyId: string;
  page: number;
}

export interface MyAgencyPage extends PageModel {
  caption: string;
  done: string | null;
  /** How many requests wait for this lead. */
  waiting: string;
  addHref: string;
  search: AgencySearch;
  agencies: { value: string; text: string; selected: boolean }[];
  found: string;
  people: { name: string; href: string; rows: { key: string; value: string }[]; note: string | null }[];
  previousHref: string | null;
  nextHref: string | null;
}

/** Said of somebody who was added and has not answered. */
export const UNCONFIRMED =
  'They have not said yet that they work for you. Until then you see what you typed, and none of their training.';

/** The people of the agencies that somebody leads: a page of those who match. */
export function myAgencyPage(
  search: AgencySearch,
  agencies: readonly AgencyView[],
  people: { items: readonly PractitionerView[]; total: number },
  done: keyof typeof DONE | null,
  requests = 0,
): MyAgencyPage {
  const pageHref = (page: number): string => {
    const given = Object.entries({ q: search.q, agency: search.agencyId, page: page > 1 ? String(page) : '' });
    const parameters = new URLSearchParams(given.filter(([, value]) => value !== '')).toString();
    return parameters ? `${paths.myAgency}?${parameters}` : paths.myAgency;
  };
  return {
    title: 'The people you lead',
    section: 'agency',
    caption: agencies.length === 1 ? (agencies[0]?.name ?? '') : sentence(count(agencies.length, 'agency', 'agencies')),
    done: done && DONE[done],
    waiting: sentence(count(requests, 'request waits for you', 'requests wait for you')),
    addHref: paths.addColleague,
    search,
    agencies:
      agencies.length > 1
        ? [
            { value: '', text: 'All of them', selected: search.agencyId === '' },
            ...agencies.map(({ id, name }) => ({ value: id, text: name, selected: id === search.agencyId })),
          ]
        : [],
    found: people.total ? sentence(count(people.total, 'person', 'people')) : 'Nobody matches',
    people: people.items.map((person) => ({
      name: person.name,
      href: paths.colleague({ id: person.id }),
      rows: [
        { key: 'Email address', value: person.email ?? 'none' },
        { key: 'Agency', value: person.agencyName ?? '' },
        ...(person.jobRole ? [{ key: 'Job role', value: person.jobRole }] : []),
      ],
      note: person.isUnconfirmed ? UNCONFIRMED : null,
    })),
    previousHref: search.page > 1 ? pageHref(search.page - 1) : null,
    nextHref: search.page * PAGE < people.total ? pageHref(search.page + 1) : null,
  };
}

/** The form to add somebody by name and email address. */
export function addColleaguePage(
  agencies: readonly AgencyView[],
  given: Fields = Fields.ofForm({}),
  errors: Record<string, string> = {},
): FormPage {
  const choices = agencies.map(({ id, name }) => ({ value: id, text: name, selected: given.text('agencyId') === id }));
  const several = [{ value: '', text: 'Choose the agency', selected: !given.has('agencyId') }, ...choices];
  return formPage(
    {
      title: 'Add somebody',
      section: 'agency',
      words: [
        'We write to them to say that you added them, what we hold and why. They can tell us that it is not right.',
        'If we know the address already, you see only what you type here until they say that they work for you.',
      ],
      action: paths.addColleague,
      hidden: choices.length === 1 ? [{ name: 'agencyId', value: choices[0]?.value ?? '' }] : [],
      fields: [
        textField('name', 'Full name', given.text('name'), errors),
        textField('email', 'Work email address (optional)', given.text('email'), errors, {
          type: 'email',
          spellcheck: false,
          hint: { text: 'Without it they get no email and cannot sign in.' },
        }),
        textField('jobRole', 'Job role (optional)', given.text('jobRole'), errors),
        ...(choices.length === 1 ? [] : [selectField('agencyId', 'Agency', several, errors)]),
      ],
      button: { text: 'Add this person' },
      back: { text: 'The people you lead', href: paths.myAgency },
    },
    errors,
  );
}
