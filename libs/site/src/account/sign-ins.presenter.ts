import type { SignInView } from '@roundtable/contracts';
import { dateInWords, timeInWords } from '@roundtable/platform';
import type { PageModel } from '../frame/site-pages';

export interface SignInsPage extends PageModel {
  notice: string | null;
  devices: { id: string; device: string; started: string; lastSeen: string; isCurrent: boolean }[];
  hasOthers: boolean;
}

const moment = (instant: string): string => {
  const at = new Date(instant);
  return `${dateInWords(at)}, ${timeInWords(at)}`;
};

/** Where a person is signed in; this device first. */
export function signInsPage(signIns: readonly SignInView[], isDone: boolean): SignInsPage {
  const devices = signIns
    .map(({ id, device, startedAt, lastSeenAt, isCurrent }) => ({
      id,
      device,
      started: moment(startedAt),
      lastSeen: moment(lastSeenAt),
      isCurrent,
    }))
    .sort((one, other) => Number(other.isCurrent) - Number(one.isCurrent));
  return {
    title: 'Where you are signed in',
    section: 'account',
    notice: isDone ? 'Signed out.' : null,
    devices,
    hasOthers: devices.some(({ isCurrent }) => !isCurrent),
  };
}
