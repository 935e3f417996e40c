export interface MessageView {
  id: string;
  kind: string;
  state: 'kept' | 'queued' | 'sending' | 'sent' | 'failed';
  toName: string;
  toAddress: string;
  subject: string;
  text: string;
  html: string;
  calendar: string | null;
  bookingId: string | null;
  createdAt: string;
  sentAt: string | null;
  lastError: string | null;
  /** How often it was tried. */
  attempts: number;
  /** When it is tried next; only while it waits. */
  nextTryAt: string | null;
}

/** One message, with the lines that stand above its text when it goes out. */
export interface MessageDetailView extends MessageView {
  headers: string;
}

/** The words of a mail: paragraphs apart by an empty line, with merge fields such as {{course}}. */
export interface MailWordingText {
  subject: string;
  opening: string;
  /** What the link is called; null where the mail has none. */
  action: string | null;
  closing: string;
}

/** One kind of mail, in the words in which it goes out now. */
export interface MailWordingView extends MailWordingText {
  id: string;
  name: string;
  group: string;
  /** Who gets it, and when. */
  when: string;
  fields: { name: string; means: string; isNeeded: boolean }[];
  original: MailWordingText;
  /** Whether the partnership replaced the original. */
  isOwn: boolean;
  /** Sent along with a change, so that nobody writes over what another changed meanwhile; 0 is the original. */
  version: number;
  changedAt: string | null;
}

export interface MailWordingChange extends MailWordingText {
  version: number;
}

/** A mail as it would go out; `toName` is who it was drawn for. */
export interface WordingPreviewView {
  toName: string;
  subject: string;
  text: string;
  html: string;
}
