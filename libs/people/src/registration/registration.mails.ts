import { type Letter } from '@roundtable/platform';
import { spoken } from '../proofs/proof-words';

/** Asks whoever registered to confirm the address. Says nothing that was typed: anybody may have typed it. */
export function confirmAddressLetter(mail: { url: string; code: string }): Letter {
  return {
    subject: 'Confirm your email address',
    opening: [
      'You asked for an account for multi-agency safeguarding training. Confirm that this address is yours.',
      `Open the page below and press the button, or type this code where you registered: ${spoken(mail.code)}`,
    ],
    action: { label: 'Confirm my email address', url: mail.url },
    closing: [
      'The link and the code work for 48 hours.',
      'If you did not ask for an account, do nothing: nobody can use it without this mail.',
    ],
  };
}

/** Tells whoever has an account already that somebody asked for one with the same address. */
export function alreadyKnownLetter(mail: { signInUrl: string; resetUrl: string }): Letter {
  return {
    subject: 'You already have an account',
    opening: [
      'Somebody asked for a training account with this address. You have one already, so we did not make another.',
      `If you forgot your password, choose a new one at ${mail.resetUrl}`,
    ],
    action: { label: 'Sign in', url: mail.signInUrl },
    closing: ['If it was not you, do nothing. Nothing was changed.'],
  };
}
