import { paths } from '@roundtable/contracts';
import { dateInWords } from '@roundtable/platform';
import type { PageModel } from '../frame/site-pages';

export interface YourCalendarPage extends PageModel {
  backHref: string;
  action: string;
  /** Only on the page that answers its making. */
  address: string | null;
  madeWords: string | null;
  isEnded: boolean;
}

/** The address of one's own calendar: none yet, just made, or there. */
export function yourCalendarPage(
  madeAt: Date | null,
  { address = null, isEnded = false }: { address?: string | null; isEnded?: boolean } = {},
): YourCalendarPage {
  return {
    title: 'Your training in your calendar',
    section: 'mine',
    isPersonal: true,
    backHref: paths.myTraining,
    action: paths.yourCalendar,
    address,
    madeWords: madeAt && `You have an address, made on ${dateInWords(madeAt)}.`,
    isEnded,
  };
}
