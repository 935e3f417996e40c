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
