import { type DataCell, type DataSection, folded, londonDate, londonTime, writeCsv } from '@roundtable/platform';

/** The names of a section's columns, in the order in which they first come. */
export function columnsOf({ rows }: DataSection): string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))];
}

/** `03-your-bookings.csv`. */
export function sectionFileName({ title }: DataSection, index: number): string {
  const words = folded(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return `${String(index + 1).padStart(2, '0')}-${words}.csv`;
}

/** A section as a sheet: times are London's, `2024-05-22 09:30`. */
export function sectionCsv(section: DataSection): string {
  const columns = columnsOf(section);
  return writeCsv(
    columns,
    section.rows.map((row) => columns.map((column) => sheetCell(row[column] ?? null))),
  );
}

function sheetCell(cell: DataCell): string | number | null {
  if (cell instanceof Date) return `${londonDate(cell)} ${londonTime(cell)}`;
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return cell;
}
