import type { DataDecision, DataRequestKind } from '@roundtable/contracts';
import { type Letter, dateInWords } from '@roundtable/platform';

const ASKED: Record<DataRequestKind, string> = {
  erase: 'to erase what we hold about you',
  object: 'to stop using what we hold about you',
  rectify: 'to correct what we hold about you',
};

const BECAME: Record<DataDecision, string> = {
  granted: 'We have done what you asked.',
  partly: 'We have done a part of what you asked.',
  refused: 'We have not done what you asked.',
};

const COMPLAIN = 'If you are not happy with this, you can complain to the Information Commissioner’s Office.';

/** Tells that a request came in and when it is due. */
export function receivedLetter(kind: DataRequestKind, dueAt: Date): Letter {
  return {
    subject: 'We have your request about your data',
    opening: [`You asked us ${ASKED[kind]}.`, `We decide by ${dateInWords(dueAt)} at the latest, and write to you.`],
  };
}

/** Tells what became of a request, and why. */
export function decidedLetter(kind: DataRequestKind, decision: DataDecision, reason: string): Letter {
  const isErased = kind === 'erase' && decision === 'granted';
  return {
    subject: 'Your request about your data',
    opening: [`You asked us ${ASKED[kind]}.`, BECAME[decision], `Reason: ${reason}`],
    closing: isErased
      ? ['This is the last email we send you. It is erased too.']
      : decision === 'granted'
        ? []
        : [COMPLAIN],
  };
}
