import { isEmail } from 'class-validator';

/** A local part in quotes may hold spaces and line breaks, which nobody's mailbox has and no mail header should. */
export const MAILBOX = { blacklisted_chars: '"\\s\\x00-\\x1f' };

/** An e-mail address as it is stored and compared: no spaces around it, lower case. Null where it is not an address. */
export function normalisedEmail(text: string): string | null {
  const email = text.trim().normalize('NFC').toLowerCase();
  return email.length <= 254 && isEmail(email, MAILBOX) ? email : null;
}
