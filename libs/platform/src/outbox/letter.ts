/** One of several things to do, with what is to be known of it. */
export interface LetterLink {
  label: string;
  url: string;
  note: string;
}

/** What a mail says, before it is drawn as plain text and as HTML. */
export interface Letter {
  subject: string;
  /** Whole sentences; each becomes a paragraph. */
  opening: string[];
  facts?: { label: string; value: string }[];
  /** Several things to do next, each with its own link. */
  links?: LetterLink[];
  /** The one thing to do next. */
  action?: { label: string; url: string };
  /** Drawn already, in both forms, and put before the closing. The HTML is trusted. */
  block?: { text: string; html: string };
  closing?: string[];
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** One line without line breaks, so that nothing typed can become a header. */
export function oneLine(text: string): string {
  return text.replace(/[\r\n\u2028\u2029]+/g, ' ').trim();
}

/** The plain text of a mail: every fact is in it. */
export function letterText(letter: Letter, name: string): string {
  const facts = (letter.facts ?? []).map((fact) => `${fact.label}: ${fact.value}`).join('\n');
  const links = (letter.links ?? []).map(({ label, url, note }) => `${label}. ${note}\n${url}`);
  const action = letter.action ? `${letter.action.label}:\n${letter.action.url}` : '';
  return (
    [
      `Dear ${oneLine(name)}`,
      ...letter.opening,
      facts,
      ...links,
      action,
      letter.block?.text.trim() ?? '',
      ...(letter.closing ?? []),
    ]
      .filter(Boolean)
      .join('\n\n') + '\n'
  );
}

/** The same mail as simple HTML: no pictures, nothing fetched from anywhere. */
export function letterHtml(letter: Letter, name: string): string {
  const paragraph = (text: string) => `<p style="margin:0 0 16px">${escaped(text)}</p>`;
  const facts = (letter.facts ?? [])
    .map(
      (fact) =>
        `<tr><th scope="row" style="text-align:left;vertical-align:top;padding:4px 16px 4px 0">${escaped(fact.label)}</th><td style="padding:4px 0">${escaped(fact.value)}</td></tr>`,
    )
    .join('');
  const links = (letter.links ?? [])
    .map(
      ({ label, url, note }) =>
        `<li style="margin:0 0 12px"><a href="${escaped(url)}" style="color:#0b5d5e;font-weight:bold">${escaped(label)}</a><br>${escaped(note)}</li>`,
    )
    .join('');
  return [
    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>',
    escaped(letter.subject),
    '</title></head><body style="font-family:system-ui,-apple-system,Segoe UI,Arial,sans-serif;font-size:16px;line-height:1.5;color:#0b2b2c;max-width:600px;margin:0;padding:16px">',
    paragraph(`Dear ${oneLine(name)}`),
    ...letter.opening.map(paragraph),
    facts ? `<table style="border-collapse:collapse;margin:0 0 16px">${facts}</table>` : '',
    links ? `<ul style="margin:0 0 16px;padding-left:20px">${links}</ul>` : '',
    letter.action
      ? `<p style="margin:0 0 16px"><a href="${escaped(letter.action.url)}" style="color:#0b5d5e;font-weight:bold">${escaped(letter.action.label)}</a></p>`
      : '',
    letter.block?.html ?? '',
    ...(letter.closing ?? []).map(paragraph),
    '</body></html>',
  ].join('');
}
