/** An instant of a raw row: SQLite answers UTC as text without a zone, MariaDB and MySQL a Date. */
export function storedInstant(stored: Date | string): Date;
export function storedInstant(stored: Date | string | null): Date | null;
export function storedInstant(stored: Date | string | null): Date | null {
  if (stored === null || stored instanceof Date) return stored;
  return new Date(`${stored.replace(' ', 'T').replace(/Z$/, '')}Z`);
}
