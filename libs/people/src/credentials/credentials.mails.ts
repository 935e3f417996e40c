import type { Letter } from '@roundtable/platform';

const NOT_YOU = (resetUrl: string) =>
  `If it was not you, choose a new password at once at ${resetUrl} and tell the training team.`;

/** The link that leads to a new password. */
export function resetLetter(mail: { url: string }): Letter {
  return {
    subject: 'Choose a new password',
    opening: ['You asked for a new password. Open the page below and choose one.'],
    action: { label: 'Choose a new password', url: mail.url },
    closing: [
      'The link works once, for one hour.',
      'If you did not ask for it, do nothing: your password stays as it is.',
    ],
  };
}

/** The same, sent by staff: to whoever forgot it, or has no account yet. */
export function setPasswordLetter(mail: { url: string; by: string; hasAccount: boolean }): Letter {
  return {
    subject: 'Set a password for your training account',
    opening: [
      mail.hasAccount
        ? `${mail.by} sent you this link, so that you can sign in to the safeguarding training programme again.`
        : `${mail.by} sent you this link, so that you can sign in to the safeguarding training programme. You have a training record there, but no account yet.`,
      'Open the page below and choose a password.',
    ],
    action: { label: 'Set a password', url: mail.url },
    closing: ['The link works once, for 48 hours.', 'If you do not need it, do nothing.'],
  };
}

export function passwordChangedLetter(mail: { resetUrl: string }): Letter {
  return {
    subject: 'Your password was changed',
    opening: ['The password of your training account was changed, and you were signed out on your other devices.'],
    closing: [NOT_YOU(mail.resetUrl)],
  };
}

/** To the new address, which is not the person's until the button is pressed. */
export function confirmNewAddressLetter(mail: { url: string }): Letter {
  return {
    subject: 'Confirm your new email address',
    opening: ['You want to use this address for your training account. Open the page below and press the button.'],
    action: { label: 'Confirm my new email address', url: mail.url },
    closing: ['The link works once, for 48 hours.', 'If you did not ask for it, do nothing.'],
  };
}

/** To whoever has the address already. */
export function addressTakenLetter(): Letter {
  return {
    subject: 'This email address is in use already',
    opening: [
      'Somebody wants to use this address for another training account. It belongs to your record, so nothing was changed.',
      'If that was you, you have two records: ask the training team to put them together.',
    ],
  };
}

/** To the old address. The new one is not named: the mailbox may be somebody else’s by now. */
export function addressChangedLetter(): Letter {
  return {
    subject: 'Your email address was changed',
    opening: ['Your training account uses another email address from now on. This one no longer signs in.'],
    closing: ['If it was not you, tell the training team at once.'],
  };
}

export function secondFactorLetter(mail: { isOn: boolean; resetUrl: string }): Letter {
  return {
    subject: mail.isOn ? 'A second factor was set up' : 'Your second factor was turned off',
    opening: [
      mail.isOn
        ? 'From now on your training account asks for a code of your authenticator app when you sign in.'
        : 'Your training account no longer asks for a code of your authenticator app when you sign in.',
    ],
    closing: [NOT_YOU(mail.resetUrl)],
  };
}
