import type { Letter } from '@roundtable/platform';
import { spoken } from '../proofs/proof-words';

/** The link and the code that sign in without a password. */
export function signInLetter(mail: { url: string; code: string }): Letter {
  return {
    subject: 'Your link to sign in',
    opening: [
      `Open the page below and press the button to sign in, or type this code where you asked for it: ${spoken(mail.code)}`,
    ],
    action: { label: 'Sign in', url: mail.url },
    closing: [
      'The link and the code work once, for 10 minutes.',
      'If you did not ask to sign in, do nothing. Do not tell the code to anybody: we never ask for it.',
    ],
  };
}

/** For somebody whom a lead or the training team added, and who has no account yet. */
export function noAccountLetter(mail: { registerUrl: string }): Letter {
  return {
    subject: 'Create your account first',
    opening: [
      'You asked to sign in. You have a training record, but no account yet.',
      'Create one with this email address. Your record is there as soon as you have confirmed the address.',
    ],
    action: { label: 'Create an account', url: mail.registerUrl },
    closing: ['If you did not ask to sign in, do nothing.'],
  };
}
