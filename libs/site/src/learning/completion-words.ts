import type { CompletionView } from '@roundtable/contracts';
import { dateInWords } from '@roundtable/platform';

/** The person's latest completion of a module, where there is one. */
export function latestOf(completions: readonly CompletionView[], moduleId: string): CompletionView | null {
  const own = completions.filter((completion) => completion.moduleId === moduleId);
  return own.sort((one, other) => other.completedAt.localeCompare(one.completedAt))[0] ?? null;
}

export function isValid(completion: CompletionView, now: Date): boolean {
  return completion.expiresAt === null || new Date(completion.expiresAt) > now;
}

/** 'You completed this on Monday 3 June 2024. It is valid until …', with the day it ended where it did. */
export function completionWords(completion: CompletionView, now: Date): string {
  const done = `You completed this on ${dateInWords(new Date(completion.completedAt))}.`;
  if (!completion.expiresAt) return done;
  const day = dateInWords(new Date(completion.expiresAt));
  return isValid(completion, now)
    ? `${done} It is valid until ${day}.`
    : `${done} It was valid until ${day}: complete it again.`;
}
