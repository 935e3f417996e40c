import { oneLine } from './letter';

const MOST_ATTEMPTS = 12;
const MOST_SAID = 140;
const LONGEST_REASON = 300;

/** What became of a try to send, and what a coordinator reads about it. */
export type Outcome =
  /** The server cannot be used by anybody now, or the connection broke off: which of the two is found out by asking it. */
  | { kind: 'broken-off'; code: string }
  | { kind: 'later'; reason: string }
  | { kind: 'refused'; reason: string; isAddressAtFault: boolean };

/** How long to wait after the nth try that did not succeed, in milliseconds: one minute, doubling, six hours at most. */
export function backOff(attempts: number): number {
  return Math.min(60_000 * 2 ** (attempts - 1), 6 * 3600_000);
}

/** How long all mail waits after the mail server could not be used for the nth time: ten seconds, doubling, two minutes at most. */
export function pauseAfter(failures: number): number {
  return Math.min(10_000 * 2 ** (failures - 1), 2 * 60_000);
}

/** Errors that speak of the connection or of who we are, and of no message. */
const OF_THE_CONNECTION = new Set([
  'ECONNECTION',
  'ESOCKET',
  'ETIMEDOUT',
  'EDNS',
  'ETLS',
  'EREQUIRETLS',
  'EPROTOCOL',
  'EAUTH',
  'ENOAUTH',
  'EOAUTH2',
  'EPROXY',
]);

/** What an error of sending means for the message, where this was its nth try. */
export function outcomeOf(error: unknown, attempts: number): Outcome {
  const { code = '', response = '', responseCode, command = '' } = error as Partial<SmtpError>;
  if (OF_THE_CONNECTION.has(code)) return { kind: 'broken-off', code };
  if (responseCode === undefined) return putOff(`This could not be sent (${code || 'no reason was given'}).`, attempts);
  const said = quoted(response) || String(responseCode);
  if (responseCode < 500) return putOff(`The recipient's mail server asked us to try later: ${said}.`, attempts);
  const isAddressAtFault =
    command === 'RCPT TO' && isOfTheAddress(/^\d{3}[ -](5\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1]);
  return { kind: 'refused', reason: isAddressAtFault ? noSuchAddress(said) : refusedForGood(said), isAddressAtFault };
}

/** Whether a status (RFC 3463) says that there is no such mailbox; 5.1.7 and 5.1.8 are about the sender's. */
function isOfTheAddress(status: string | undefined): boolean {
  return status !== undefined && /^5\.1\.(?![78]$)/.test(status);
}

/** A message that will be tried again, or not any more after too many tries. */
export function putOff(why: string, attempts: number): Outcome {
  if (attempts < MOST_ATTEMPTS) return { kind: 'later', reason: cut(`${why} It is tried again by itself.`) };
  return {
    kind: 'refused',
    reason: cut(`${why} That was the last of ${attempts} tries. Send it again, or reach the person in another way.`),
    isAddressAtFault: false,
  };
}

/** Why a message is given up on that worker after worker left behind, which may be the message's doing; null where not. */
export function leftTooOften({ attempts }: { attempts: number }): string | null {
  if (attempts <= MOST_ATTEMPTS) return null;
  return `The service stopped ${MOST_ATTEMPTS} times while this went out. Tell whoever looks after it, then send it again.`;
}

/** What is read on a message that came back because of its address. */
export function noSuchAddress(said: string): string {
  return cut(`This address does not work: ${said}. Correct it on the person's page, then send this again.`);
}

/** What is read on a message that was refused or came back for another reason. */
export function refusedForGood(said: string): string {
  return cut(
    `The recipient's mail server refused it: ${said}. Show this to whoever looks after the mail, then send it again.`,
  );
}

/** What a mail server said, on one line, between quotation marks; empty where it said nothing. */
export function quoted(text: string): string {
  const said = oneLine(text).replace(/\s+/g, ' ').replaceAll('"', "'");
  if (said === '') return '';
  return said.length > MOST_SAID ? `"${said.slice(0, MOST_SAID)}…"` : `"${said}"`;
}

interface SmtpError {
  code: string;
  response: string;
  responseCode: number;
  command: string;
}

const cut = (text: string): string => (text.length > LONGEST_REASON ? `${text.slice(0, LONGEST_REASON - 1)}…` : text);
