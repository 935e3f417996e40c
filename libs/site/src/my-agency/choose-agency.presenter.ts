import { paths } from '@roundtable/contracts';
import type { PageModel } from '../frame/site-pages';
import type { LedAgency } from './led-agencies.service';

export interface ChooseAgencyPage extends PageModel {
  action: string;
  eventHref: string;
  agencies: { value: string; text: string }[];
}

/** For a lead of several agencies: which one this is for. */
export function chooseAgencyPage(agencies: readonly LedAgency[], action: string, eventId: string): ChooseAgencyPage {
  return {
    title: 'Which agency is this for?',
    section: 'agency',
    action,
    eventHref: paths.event({ id: eventId }),
    agencies: agencies.map(({ id, name }) => ({ value: id, text: name })),
  };
}
