import { type DataCell, type DataSection, dateInWords, timeInWords } from '@roundtable/platform';
import { columnsOf } from './own-data-sheets';

const STYLE =
  'body{font:19px/1.5 system-ui,sans-serif;color:#0b2b2c;max-width:60rem;margin:0 auto;padding:1rem}' +
  'h1{font-size:2rem}h2{font-size:1.4rem;margin-top:2.5rem}dl{border-top:1px solid #5b6b70;margin:1rem 0}' +
  'dl div{display:flex;flex-wrap:wrap;border-bottom:1px solid #d5dddc;padding:.3rem 0}' +
  'dt{flex:0 0 16rem;font-weight:bold}dd{flex:1 1 18rem;margin:0;white-space:pre-wrap;overflow-wrap:anywhere}';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** What is held about a person, as a page that needs nothing else and can be read offline. */
export function dataPage(name: string, sections: readonly DataSection[], madeAt: Date): string {
  const contents = sections.map(({ title }, index) => `<li><a href="#s${index + 1}">${escaped(title)}</a></li>`);
  return [
    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>What we hold about you – Roundtable</title><style>${STYLE}</style></head><body><main>`,
    '<h1>What we hold about you</h1>',
    `<p>${escaped(name)}, ${words(madeAt)}.</p>`,
    '<p>This is everything that the training service holds about you. The same is in the sheets beside this page, ',
    'which a spreadsheet opens, in London time, and in data.json, for other programs, in UTC.</p>',
    `<h2>Contents</h2><ol>${contents.join('')}</ol>`,
    ...sections.map(drawn),
    '<h2>Your rights</h2><p>You can ask us to correct this, to stop using it, or to erase it: open ‘Your data’ in ',
    'My training.</p></main></body></html>',
  ].join('\n');
}

function drawn(section: DataSection, index: number): string {
  const columns = columnsOf(section);
  const rows = section.rows.map((row) => {
    const facts = columns
      .filter((column) => row[column] !== null && row[column] !== undefined && row[column] !== '')
      .map((column) => `<div><dt>${escaped(column)}</dt><dd>${escaped(words(row[column] ?? null))}</dd></div>`);
    return `<dl>${facts.join('')}</dl>`;
  });
  const note = section.note ? `<p>${escaped(section.note)}</p>` : '';
  return `<section><h2 id="s${index + 1}">${escaped(section.title)}</h2>${note}${rows.join('')}</section>`;
}

function words(cell: DataCell): string {
  if (cell instanceof Date) return `${dateInWords(cell)}, ${timeInWords(cell)}`;
  if (typeof cell === 'boolean') return cell ? 'Yes' : 'No';
  return String(cell ?? '');
}
