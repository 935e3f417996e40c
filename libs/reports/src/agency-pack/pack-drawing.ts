import { setImmediate } from 'node:timers/promises';
import { BODY, HEADING, WITH_HEADING, drawDemonstration } from '../knowledge-gain-files/gain-drawing';
import { DEMONSTRATION } from '../knowledge-gain-files/gain-report';
import { PdfPages } from '../knowledge-gain-files/pdf-pages';
import { drawTable } from '../knowledge-gain-files/pdf-table';
import type { AgencyPack } from './agency-pack.service';
import { type PackSection, aboutPack, packMethod, packSections } from './pack-tables';

/** The pack as a tagged PDF, which names nobody. */
export async function drawAgencyPack(pack: AgencyPack): Promise<Buffer> {
  const title = `Training pack ${pack.year}`;
  const pages = new PdfPages(title, pack.madeAt, pack.isDemonstration ? DEMONSTRATION : null);
  pages.doc.outline.addItem(title);
  pages.line(pages.root, 'H1', title, { size: 24, isBold: true });
  if (pack.isDemonstration) drawDemonstration(pages);
  for (const [label, words] of aboutPack(pack)) pages.line(pages.root, 'P', `${label}: ${words}`, BODY);
  const method = packMethod(pack);
  const sections = packSections(pack);
  const last = { heading: 'How the figures of the whole partnership are made', words: method, tables: [] };
  for (const section of method.length ? [...sections, last] : sections) await drawSection(pages, section);
  return pages.done();
}

async function drawSection(pages: PdfPages, { heading, words, tables }: PackSection): Promise<void> {
  const part = pages.doc.struct('Sect');
  pages.root.add(part);
  pages.line(part, 'H2', heading, HEADING, WITH_HEADING);
  pages.doc.outline.addItem(heading);
  for (const paragraph of words) pages.line(part, 'P', paragraph, BODY);
  for (const table of tables) {
    drawTable(pages, part, table);
    // A long pack lets others have their turn between tables.
    await setImmediate();
  }
  part.end();
}
