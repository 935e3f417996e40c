import { AREAS, type Area } from '@roundtable/contracts';
import { normalisedEmail } from '@roundtable/people';
import type { Fields } from '../frame/fields';

/** The steps of registering; each sends all earlier answers along. */
export const STEPS = ['address', 'details', 'agency', 'account', 'change'] as const;
export type Step = (typeof STEPS)[number];

/** A choice that is no agency's id. */
export const ANOTHER = 'another';
export const NEW = 'new';

/** What somebody who registers has answered so far; empty where they have not. No password: it is asked last. */
export interface Answers {
  email: string;
  ownAddress: 'yes' | 'no' | null;
  name: string;
  jobRole: string;
  /** An agency that was proposed, or ANOTHER. */
  agency: string;
  /** What was typed for another agency. */
  agencyName: string;
  /** One of those with a name like it, or NEW. */
  agencyMatch: string;
  sector: string;
  area: Area | null;
  managerName: string;
  managerEmail: string;
}

export function readAnswers(given: Fields): Answers {
  const email = given.text('email');
  return {
    email: normalisedEmail(email) ?? email,
    ownAddress: given.oneOf('ownAddress', ['yes', 'no']),
    name: given.text('name'),
    jobRole: given.text('jobRole'),
    agency: given.text('agency'),
    agencyName: given.text('agencyName'),
    agencyMatch: given.text('agencyMatch'),
    sector: given.text('sector'),
    area: given.oneOf('area', AREAS),
    managerName: given.text('managerName'),
    managerEmail: given.text('managerEmail'),
  };
}

/** The answers that a page does not show, to be sent along with it. */
export function carried(answers: Answers, shown: readonly (keyof Answers)[]): { name: string; value: string }[] {
  return (Object.entries(answers) as [keyof Answers, string | null][])
    .filter(([name, value]) => value && !shown.includes(name))
    .map(([name, value]) => ({ name, value: value ?? '' }));
}

/** The agency in the words of the API: by its id, or by a name that is new. */
export function agencyOf(answers: Answers): { agencyId?: string; agency?: string; sector?: string } {
  const { agency, agencyName, agencyMatch, sector } = answers;
  if (agency && agency !== ANOTHER) return { agencyId: agency };
  if (agencyMatch && agencyMatch !== NEW) return { agencyId: agencyMatch };
  return agencyName ? { agency: agencyName, ...(sector && { sector }) } : {};
}

/** Whether it is settled which agency is meant; where a name was typed, it is settled on the page of like names. */
export function isAgencySettled({ agency, agencyMatch, sector }: Answers): boolean {
  return agency !== ANOTHER || (agencyMatch !== '' && (agencyMatch !== NEW || sector !== ''));
}
