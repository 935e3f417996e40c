import type { EvaluationFormView } from '@roundtable/contracts';
import { Problem, dateInWords } from '@roundtable/platform';
import { type PageErrors, pageErrors } from '../frame/errors';
import type { Fields } from '../frame/fields';

/** Sent along by the button that says no. */
export const REFUSAL = { name: 'lineManager', value: 'no' };

/** What a follow-up says of the delegate's line manager. */
export interface LineManagerPart {
  words: string[];
  /** Where an address may be given; null where it may not. */
  field: { value: string; hint: string } | null;
  /** Whether the delegate can still say no. */
  mayRefuse: boolean;
}

const SEES =
  'They do not see your answers. You do not see theirs here, but you can ask for a copy of everything we hold about you.';

/** Null where the line manager plays no part. */
export function lineManagerPart(form: EvaluationFormView, given: Fields | null): LineManagerPart | null {
  const { lineManager: manager, state, closesAt } = form;
  if (!manager || (state === 'sent' && manager.state === 'unknown')) return null;
  const [name, from] = [manager.name ?? '', manager.from && dateInWords(new Date(manager.from))];
  const start = state === 'sent' ? 'soon' : `once you have sent your answers${from ? `, or from ${from}` : ''}`;
  switch (manager.state) {
    case 'unknown': {
      const until = closesAt ? ` on ${dateInWords(new Date(closesAt))}` : '';
      const hint = `We use the address for this alone, remind them once at most, and delete it after these questions close${until}. Leave it empty if you would rather we did not ask.`;
      const words = [`We would like to ask your line manager what they have seen at work since the course. ${SEES}`];
      return { words, field: { value: given?.text('managerEmail') ?? '', hint }, mayRefuse: false };
    }
    case 'to-be-asked':
      return {
        words: [
          `We would like to ask your line manager, ${name}, what they have seen at work since the course. We write to them ${start}. ${SEES}`,
        ],
        field: null,
        mayRefuse: true,
      };
    case 'asked':
      return {
        words: [
          `We have asked your line manager, ${name}, what they have seen at work since the course. ${SEES}`,
          'If you would rather they did not answer, say so: their link stops working.',
        ],
        field: null,
        mayRefuse: true,
      };
    case 'answered':
      return {
        words: ['Your line manager has answered. You can ask for a copy of everything we hold about you.'],
        field: null,
        mayRefuse: false,
      };
    case 'refused':
      return { words: ['We do not ask your line manager about this course.'], field: null, mayRefuse: false };
  }
}

/** Whether the button was pressed that says no. */
export function saysNo(given: Fields): boolean {
  return given.text(REFUSAL.name) === REFUSAL.value;
}

/** What was wrong with the address that was given; throws on what belongs elsewhere. */
export function addressErrors(error: unknown): PageErrors | null {
  const sentence = error instanceof Problem ? error.more.errors?.['managerEmail'] : undefined;
  if (sentence === undefined) throw error;
  return pageErrors({ managerEmail: sentence });
}
