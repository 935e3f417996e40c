export const IMPORT_KINDS = [
  'agencies',
  'people',
  'courses',
  'programme',
  'completions',
  'attendance',
  'evaluations',
  'published-figures',
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** One answer to a question about a row: the cells that it changes, or null where it leaves the row out. */
export interface RowAnswer {
  label: string;
  cells: Record<string, string> | null;
}

export interface RejectedRow {
  row: number;
  column: string;
  value: string;
  reason: string;
  /** Where the row is asked about and not refused: what it may mean. */
  answers?: RowAnswer[];
}

/** A row that was pasted or typed, with the number that the answer names it by. */
export interface TypedRow {
  row: number;
  cells: string[];
}

export interface TypedRows {
  columns: string[];
  rows: TypedRow[];
}

export interface ImportResult {
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: RejectedRow[];
  /** The cells of rejected rows, for whoever asked for them. */
  toMend?: TypedRows;
}

/** The columns of a programme, and what else coordinators call them; headings are compared as lower_case_words. */
export const PROGRAMME_COLUMNS = [
  {
    name: 'course',
    label: 'Course',
    aliases: ['course_title', 'course_name', 'title', 'training', 'code', 'course_code'],
  },
  { name: 'date', label: 'Date', aliases: ['date_of_course', 'course_date', 'event_date', 'when'] },
  { name: 'time', label: 'Time', aliases: ['times', 'timings', 'start_and_end', 'hours'] },
  { name: 'delivery', label: 'Delivery', aliases: ['delivery_method', 'method', 'format', 'how', 'type'] },
  { name: 'venue', label: 'Venue', aliases: ['location', 'place', 'where', 'room'] },
  { name: 'fee', label: 'Fee', aliases: ['cost', 'price', 'charge', 'cost_per_person', 'cost_per_place'] },
  {
    name: 'capacity',
    label: 'Places',
    aliases: ['places', 'max_places', 'maximum', 'max', 'number_of_places', 'spaces'],
  },
  { name: 'trainer', label: 'Trainer', aliases: ['trainers', 'facilitator', 'facilitators', 'delivered_by', 'led_by'] },
] as const;
export type ProgrammeColumn = (typeof PROGRAMME_COLUMNS)[number]['name'];

/** The column that a heading means, whatever its case and spaces; undefined for one that a programme has no use for. */
export function programmeColumnOf(heading: string): ProgrammeColumn | undefined {
  const name = heading
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '_');
  return PROGRAMME_COLUMNS.find((column) => column.name === name || column.aliases.some((alias) => alias === name))
    ?.name;
}
