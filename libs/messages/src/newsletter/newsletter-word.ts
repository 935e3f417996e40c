import type { NewsletterEvent } from '@roundtable/contracts';
import { Document, ExternalHyperlink, HeadingLevel, ImageRun, Packer, Paragraph, TextRun } from 'docx';
import { factsOf } from './newsletter-words';

const QR_PIXELS = 110;

/** The block as a Word file: real headings, links, and QR codes with words for people who cannot see them. */
export async function newsletterWord(events: readonly NewsletterEvent[]): Promise<Buffer> {
  const document = new Document({
    title: 'Training programme',
    creator: 'Roundtable',
    description: 'A block for a newsletter',
    styles: {
      default: {
        document: { run: { font: 'Arial', size: 22, language: { value: 'en-GB' } } },
        heading1: { run: { size: 32, bold: true, color: '0B2B2C' }, paragraph: { spacing: { after: 200 } } },
        heading2: {
          run: { size: 26, bold: true, color: '0B5D5E' },
          paragraph: { spacing: { before: 320, after: 120 } },
        },
      },
    },
    sections: [
      {
        children: [
          new Paragraph({ text: 'Coming training', heading: HeadingLevel.HEADING_1 }),
          ...events.flatMap(eventParagraphs),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function eventParagraphs(event: NewsletterEvent): Paragraph[] {
  const facts = factsOf(event).map(
    ([label, value]) =>
      new Paragraph({
        keepNext: true,
        children: [new TextRun({ text: `${label}: `, bold: true }), new TextRun(value)],
      }),
  );
  const link = new Paragraph({
    keepNext: true,
    children: [
      new ExternalHyperlink({
        link: event.url,
        children: [new TextRun({ text: `Book ${event.title}`, style: 'Hyperlink' })],
      }),
    ],
  });
  const picture = new Paragraph({
    children: [
      new ImageRun({
        type: 'png',
        data: Buffer.from(event.qrCode.slice(event.qrCode.indexOf(',') + 1), 'base64'),
        transformation: { width: QR_PIXELS, height: QR_PIXELS },
        altText: { name: 'QR code', title: 'QR code', description: `QR code that leads to ${event.title}` },
      }),
    ],
  });
  return [new Paragraph({ text: event.title, heading: HeadingLevel.HEADING_2 }), ...facts, link, picture];
}
