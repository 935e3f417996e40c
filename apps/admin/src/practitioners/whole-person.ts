import type { PractitionerDetailView } from '@roundtable/contracts';

/** A row of a list stands in for a person's page until the whole is read; it lacks area and memberships. */
export function isWhole(person: Partial<PractitionerDetailView>): boolean {
  return person.memberships !== undefined;
}
