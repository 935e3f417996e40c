const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A heading and links under it, as plain text and as HTML that mail programmes keep. */
export function linkBlock(
  heading: string,
  links: readonly { title: string; url: string }[],
): { text: string; html: string } {
  const items = links
    .map(({ title, url }) => `<li><a href="${escaped(url)}" style="color:#0b5d5e">${escaped(title)}</a></li>`)
    .join('');
  return {
    text: [`${heading}:`, ...links.map(({ title, url }) => `${title}\n${url}`)].join('\n'),
    html: `<p style="margin:0 0 4px"><strong>${escaped(heading)}</strong></p><ul style="margin:0 0 16px;padding-left:20px">${items}</ul>`,
  };
}
