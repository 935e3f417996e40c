import type { LearningSourceKind } from '@roundtable/contracts';

const NAMES: [part: string, kind: LearningSourceKind][] = [
  ['rapid review', 'rapid-review'],
  ['national', 'national-review'],
  ['practice review', 'practice-review'],
  ['lcspr', 'practice-review'],
  ['audit', 'audit'],
  ['inspection', 'inspection'],
  ['inquiry', 'inquiry'],
];

/** The kind that a description names itself, for sheets that carry descriptions alone; a priority where it names none. */
export function kindNamedBy(description: string): LearningSourceKind {
  const words = description.toLowerCase();
  if (/^rr\s?\d/.test(words)) return 'rapid-review';
  return NAMES.find(([part]) => words.includes(part))?.[1] ?? 'strategic-priority';
}
