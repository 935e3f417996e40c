import { HeadingLevel, Paragraph, type Table } from 'docx';
import type { GainCourse, GainReport } from './gain-report';
import { cutTables } from './gain-tables';
import { PEOPLE, saidOf } from './publication-tables';
import { type Captions, wordTable } from './word-table';

export function cutsInWord(course: GainCourse, { cutHeading }: GainReport, captions: Captions): (Paragraph | Table)[] {
  return cutHeading ? cutTables(course, cutHeading).flatMap((table) => wordTable(table, captions)) : [];
}

export function quotesInWord(course: GainCourse): Paragraph[] {
  const { quotes = [] } = course;
  if (quotes.length === 0) return [];
  return [
    new Paragraph({ text: saidOf(course), heading: HeadingLevel.HEADING_3 }),
    ...quotes.map((words) => new Paragraph({ style: 'Quote', text: `‘${words}’` })),
  ];
}

export function peopleInWord({ people = [] }: GainReport, captions: Captions): (Paragraph | Table)[] {
  if (people.length === 0) return [];
  return [
    new Paragraph({ text: PEOPLE, heading: HeadingLevel.HEADING_2 }),
    ...people.flatMap((table) => wordTable(table, captions)),
  ];
}
