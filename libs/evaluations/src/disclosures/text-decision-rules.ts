import type { TextDecision, TextDecisionGiven, TextState } from '@roundtable/contracts';

/** What a text is after a decision: only what raises no concern, or has lost its detail, is let through. */
export const STATE_AFTER = {
  'no-concern': 'released',
  'detail-removed': 'released',
  'passed-on': 'passed-on',
  withheld: 'withheld',
} as const satisfies Record<TextDecision, TextState>;

/** What is missing from a decision, or cannot be, by field. */
export function decisionErrors(given: TextDecisionGiven, text: string, now: Date): Record<string, string> {
  const errors: Record<string, string> = {};
  if (given.decision === 'detail-removed') {
    const released = given.releasedText?.trim() ?? '';
    if (!released) errors['releasedText'] = 'Enter what others may read';
    else if (released === text.trim()) errors['releasedText'] = 'Take the identifying detail out';
  }
  if (given.decision === 'passed-on') {
    if (!given.passedOnTo?.trim()) errors['passedOnTo'] = 'Say to whom you passed it on';
    if (!given.passedOnAt) errors['passedOnAt'] = 'Say when you passed it on';
    else if (new Date(given.passedOnAt) > now) errors['passedOnAt'] = 'The time must not be to come';
  }
  return errors;
}
