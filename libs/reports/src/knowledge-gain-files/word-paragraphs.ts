import { Paragraph, TextRun } from 'docx';

/** 'Period: every event', the first words in bold. */
export function labelled(label: string, words: string): Paragraph {
  return new Paragraph({
    spacing: { after: 100 },
    children: [new TextRun({ text: `${label}: `, bold: true }), new TextRun(words)],
  });
}
