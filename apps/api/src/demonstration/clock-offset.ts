const UNITS: Record<string, number> = { minute: 60_000, hour: 3600_000, day: 24 * 3600_000, week: 7 * 24 * 3600_000 };

/** Reads how far the demonstration's clock stands from real time: '+20 days', '-2 hours', '0'. Null where it cannot be read. */
export function readOffset(text: string): number | null {
  if (/^\s*[+-]?0\s*$/.test(text)) return 0;
  const match = /^\s*([+-]?)(\d{1,5})\s*(minute|hour|day|week)s?\s*$/i.exec(text);
  const unit = UNITS[match?.[3]?.toLowerCase() ?? ''];
  if (!match?.[2] || unit === undefined) return null;
  return (match[1] === '-' ? -1 : 1) * Number(match[2]) * unit;
}
