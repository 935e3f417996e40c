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

export interface RejectedRow {
  row: number;
  column: string;
  value: string;
  reason: string;
}

export interface ImportResult {
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: RejectedRow[];
}
