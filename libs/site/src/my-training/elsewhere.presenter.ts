import { type OutsideAttendanceView, paths } from '@roundtable/contracts';
import { ownWords } from '../other-providers/other-providers.presenter';

export interface ElsewhereCard {
  title: string;
  href: string;
  words: string;
}

/** Training with other providers in a person's own record: what was accepted, and what is still looked at. */
export function elsewhereCards(attendances: readonly OutsideAttendanceView[]): ElsewhereCard[] {
  return attendances.map((one) => ({
    title: `${one.title}, ${one.provider}`,
    href: paths.otherProviderEvent({ id: one.otherProviderEventId }),
    words: ownWords(one),
  }));
}
