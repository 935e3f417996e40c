/** Pounds as they are typed, such as '12.50' or '£30', in pence; null where they are none. */
export function penceFrom(typed: string): number | null {
  const amount = typed.trim().replace(/^£/, '');
  if (!/^\d{1,6}(\.\d{1,2})?$/.test(amount)) return null;
  const [pounds = '0', pence = ''] = amount.split('.');
  return Number(pounds) * 100 + Number(pence.padEnd(2, '0'));
}

/** Pence as pounds are typed: '30' or '12.50'. */
export function poundsFrom(pence: number): string {
  return pence % 100 === 0 ? String(pence / 100) : (pence / 100).toFixed(2);
}
