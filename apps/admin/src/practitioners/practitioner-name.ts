import type { PractitionerView } from '@roundtable/contracts';

type Named = Pick<PractitionerView, 'name' | 'email' | 'agencyName'>;

/** Such as 'Ada Example, District housing': names alone are not always enough to tell people apart. */
export function nameOf({ name, agencyName }: Named): string {
  return agencyName ? `${name}, ${agencyName}` : name;
}

/** Whether nothing but an address is known, as in figures of earlier years. */
export function isNameless({ name, email }: Named): boolean {
  return name === email;
}
