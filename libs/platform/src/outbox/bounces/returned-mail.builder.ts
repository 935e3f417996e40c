export interface ReturnedFacts {
  messageId: string;
  to: string;
  action?: string;
  status?: string;
  said?: string;
  /** Some servers send the headers of the mail alone. */
  isHeadersOnly?: boolean;
}

/** A mail that came back, as a mail server writes it (RFC 3464). */
export function returnedMail(facts: ReturnedFacts): string {
  const { messageId, to, action = 'failed', status = '5.1.1', said = `550 5.1.1 <${to}>: no such user` } = facts;
  const headers = `Message-ID: ${messageId}\r\nFrom: training@roundtable.example\r\nTo: ${to}\r\nSubject: Place booked\r\n`;
  return [
    'From: MAILER-DAEMON@mx.example',
    'To: training@roundtable.example',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Auto-Submitted: auto-replied',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="parts"',
    '',
    '--parts',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'Your mail could not be delivered.',
    '',
    '--parts',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    'Arrival-Date: Wed, 22 May 2024 09:30:00 +0100',
    '',
    `Original-Recipient: rfc822;${to}`,
    `Final-Recipient: rfc822; ${to}`,
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: smtp; ${said.replace(': ', ':\r\n    ')}`,
    '',
    '--parts',
    `Content-Type: ${facts.isHeadersOnly ? 'text/rfc822-headers' : 'message/rfc822'}`,
    '',
    facts.isHeadersOnly ? headers : `${headers}\r\nYou have a place.\r\n`,
    '--parts--',
    '',
  ].join('\r\n');
}
