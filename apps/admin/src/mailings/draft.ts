/** What somebody writes to many, as it is typed. */
export interface Draft {
  subject: string;
  words: string;
  isLater: boolean;
  sendOn: string;
  sendTime: string;
}

export function newDraft(): Draft {
  return { subject: '', words: '', isLater: false, sendOn: '', sendTime: '09:00' };
}

/** The draft of a mail that waits for its time. */
export function draftOf(mail: { subject: string; words: string; sendOn: string; sendTime: string }): Draft {
  const { subject, words, sendOn, sendTime } = mail;
  return { subject, words, sendOn, sendTime, isLater: true };
}

/** What the API takes of a draft. */
export function wordsOf({ subject, words, isLater, sendOn, sendTime }: Draft) {
  return { subject, words, ...(isLater && { sendOn, sendTime }) };
}

/** Told apart by the screen that it is written on, so that pressing twice sends once. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
