import { ImapFlow } from 'imapflow';
import { isLoopback } from '../../config';

/** Up to where a mailbox was read: mails are numbered upwards for as long as `validity` stays. */
export interface MailboxMark {
  validity: string;
  uid: number;
}

const TIMEOUT_MS = 30_000;
const LARGEST_REPORT = 1024 * 1024;
/** How far back a mailbox is read that was never read before. */
const FIRST_DAYS = 14;
const REPORT = /multipart\/report/i;

/**
 * Hands every delivery report in the mailbox that is newer than `last` to `use`, and flags as seen those that it says
 * are ours. Nothing else in the mailbox is touched, and nothing is deleted. Answers up to where it was read.
 */
export async function readReports(
  address: string,
  last: MailboxMark | null,
  use: (source: Buffer) => Promise<boolean>,
): Promise<MailboxMark> {
  const url = new URL(address);
  const client = clientOf(url);
  // Without a listener an error of the socket would end the process; the command under way fails with it.
  client.on('error', () => client.close());
  await client.connect();
  try {
    const lock = await client.getMailboxLock(decodeURIComponent(url.pathname.slice(1)) || 'INBOX');
    try {
      const validity = String(client.mailbox ? client.mailbox.uidValidity : '');
      const read = last?.validity === validity ? last.uid : 0;
      let highest = read;
      for (const { uid, isReport } of await newMails(client, read)) {
        highest = Math.max(highest, uid);
        if (!isReport) continue;
        const mail = await client.fetchOne(
          String(uid),
          { uid: true, source: { maxLength: LARGEST_REPORT } },
          { uid: true },
        );
        if (mail && mail.source && (await use(mail.source)))
          await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
      }
      return { validity, uid: highest };
    } finally {
      lock.release();
    }
  } finally {
    await client.logout();
  }
}

/** Looks at the kind of each new mail alone, and leaves it unread. */
async function newMails(client: ImapFlow, read: number): Promise<{ uid: number; isReport: boolean }[]> {
  const since = new Date(Date.now() - FIRST_DAYS * 24 * 3600_000);
  const found = await client.search(read > 0 ? { uid: `${read + 1}:*` } : { since }, { uid: true });
  // A range that ends in * names the newest mail even where that is an old one.
  const uids = (found || []).filter((uid) => uid > read);
  if (uids.length === 0) return [];
  const mails = await client.fetchAll(uids.join(','), { uid: true, headers: ['content-type'] }, { uid: true });
  return mails
    .map(({ uid, headers }) => ({ uid, isReport: REPORT.test(headers?.toString() ?? '') }))
    .sort((one, other) => one.uid - other.uid);
}

function clientOf(url: URL): ImapFlow {
  const secure = url.protocol === 'imaps:';
  const isHere = isLoopback(url.hostname);
  return new ImapFlow({
    host: url.hostname,
    port: url.port ? Number(url.port) : secure ? 993 : 143,
    secure,
    // A password goes in the clear to this machine alone.
    ...(secure ? {} : { doSTARTTLS: isHere ? false : true }),
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  });
}
