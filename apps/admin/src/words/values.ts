import { capitalised } from './labels';
import { momentInWords } from './london-time';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

const OWN_WORDS: Record<string, string> = { urn: 'Unique reference number', odsCode: 'ODS code' };

/** Such as 'emailDomains' to 'Email domains'. */
export function fieldInWords(name: string): string {
  const known = OWN_WORDS[name];
  if (known !== undefined) return known;
  return capitalised(
    name
      .replaceAll(/[-_.]+/g, ' ')
      .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .trim(),
  );
}

/** Any recorded value, said so that it can be read: moments in London time, lists with their parts, no brackets. */
export function valueInWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return INSTANT.test(value) ? momentInWords(value) : value;
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(valueInWords).join('; ');
  return typeof value === 'object' ? partsInWords(value) : 'not readable';
}

function partsInWords(value: object): string {
  const parts = Object.entries(value).map(
    ([name, part]) => `${fieldInWords(name).toLowerCase()} ${valueInWords(part)}`,
  );
  return parts.length === 0 ? 'none' : parts.join(', ');
}
