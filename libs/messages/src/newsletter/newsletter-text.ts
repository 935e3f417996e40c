import type { NewsletterEvent } from '@roundtable/contracts';
import { factsOf } from './newsletter-words';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The block as plain text, with every fact and address. */
export function newsletterText(events: readonly NewsletterEvent[]): string {
  return events
    .map((event) =>
      [event.title, ...factsOf(event).map(([label, value]) => `${label}: ${value}`), `Book: ${event.url}`].join('\n'),
    )
    .join('\n\n')
    .concat('\n');
}

/**
 * The block as HTML that mail programmes keep: tables and styles of their own, no scripts, nothing fetched from
 * anywhere. A fragment, to be pasted into a newsletter.
 */
export function newsletterHtml(events: readonly NewsletterEvent[]): string {
  return events.map(eventHtml).join('\n');
}

function eventHtml(event: NewsletterEvent): string {
  const url = escaped(event.url);
  const facts = factsOf(event)
    .map(([label, value]) => `<strong>${escaped(label)}:</strong> ${escaped(value)}`)
    .join('<br>');
  return [
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse;border-top:2px solid #0b5d5e;font-family:Arial,sans-serif;font-size:16px;line-height:1.5;color:#0b2b2c"><tr>',
    '<td style="padding:16px 16px 16px 0;vertical-align:top">',
    `<h2 style="margin:0 0 8px;font-size:20px"><a href="${url}" style="color:#0b5d5e">${escaped(event.title)}</a></h2>`,
    `<p style="margin:0 0 8px">${facts}</p>`,
    `<p style="margin:0"><a href="${url}" style="color:#0b5d5e;font-weight:bold">Book ${escaped(event.title)}</a></p>`,
    event.qrCode === ''
      ? ''
      : `</td><td width="120" style="padding:16px 0;vertical-align:top"><img src="${event.qrCode}" width="120" height="120" alt="QR code that leads to ${escaped(event.title)}">`,
    '</td></tr></table>',
  ].join('');
}
