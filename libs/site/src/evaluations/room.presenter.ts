import { paths } from '@roundtable/contracts';
import { type PageErrors, pageErrors } from '../frame/errors';
import type { Fields } from '../frame/fields';
import type { PageModel } from '../frame/site-pages';

interface TypedRoom {
  digits: string;
  email: string;
}

export interface RoomPage extends PageModel {
  action: string;
  typed: TypedRoom;
}

/** Told alike to whoever has no place here, has answered already, or mistyped. */
const NOTHING = {
  digits:
    'Nothing is open for these digits and this e-mail address. Check both: it is the address that you booked with. If you have answered already, there is nothing more to do',
};

/** The door: digits from the screen in the room, and the e-mail address of the booking. */
export function roomPage(typed: TypedRoom, errors: PageErrors | 'nothing' | null = null): RoomPage {
  return {
    title: 'Answer the questions about your training',
    isPersonal: typed.email !== '',
    errors: errors === 'nothing' ? pageErrors(NOTHING) : errors,
    action: paths.room,
    typed,
  };
}

/** What was typed, or what has to be mended. */
export function readRoom(given: Fields): { typed: TypedRoom; errors: PageErrors | null } {
  const typed = { digits: given.text('digits').replace(/\s/g, ''), email: given.text('email') };
  const errors: Record<string, string> = {};
  if (!/^\d{4}$/.test(typed.digits)) errors['digits'] = 'Enter the four digits that are shown in the room';
  if (!/^\S+@\S+$/.test(typed.email)) errors['email'] = 'Enter the e-mail address that you booked with';
  return { typed, errors: pageErrors(errors) };
}
