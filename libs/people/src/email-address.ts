import { isEmail } from 'class-validator';

/** An e-mail address as it is stored and compared: no spaces around it, lower case. Null where it is not an address. */
export function normalisedEmail(text: string): string | null {
  const email = text.trim().normalize('NFC').toLowerCase();
  return email.length <= 254 && isEmail(email) ? email : null;
}
