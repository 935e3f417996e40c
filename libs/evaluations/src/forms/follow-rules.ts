import type { WrittenKind } from '@roundtable/contracts';

/** What decides whether one standing question may follow another. */
export interface LinkedQuestion {
  id: string;
  kind: WrittenKind;
  followsId: string | null;
}

/**
 * Why a standing question cannot follow another; null where it can. Both are answered with yes or no, so that the
 * shares can stand beside each other, and no question comes after itself, however many stand between.
 */
export function followError(
  question: Pick<LinkedQuestion, 'id' | 'kind'>,
  followsId: string,
  standing: readonly LinkedQuestion[],
): string | null {
  const known = new Map(standing.map((one) => [one.id, one]));
  const first = known.get(followsId);
  if (question.kind !== 'yes-no') return 'Only a yes-or-no question can follow another';
  if (followsId === question.id) return 'A question cannot follow itself';
  if (!first) return 'There is no such standing question';
  if (first.kind !== 'yes-no') return 'Choose a yes-or-no question';
  const passed = new Set<string>();
  for (let at: LinkedQuestion | undefined = first; at && !passed.has(at.id); at = known.get(at.followsId ?? '')) {
    if (at.id === question.id) return 'That question follows this one already';
    passed.add(at.id);
  }
  return null;
}
