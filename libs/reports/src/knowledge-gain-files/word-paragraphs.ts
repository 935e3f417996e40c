import { Paragraph, TextRun } from 'docx';

/** 'Period: every event', the first words in bold; the words alone where they have no label. */
export function labelled(label: string | null, words: string): Paragraph {
  return new Paragraph({
    spacing: { after: 100 },
    children: [...(label === null ? [] : [new TextRun({ text: `${label}: `, bold: true })]), new TextRun(words)],
  });
}
