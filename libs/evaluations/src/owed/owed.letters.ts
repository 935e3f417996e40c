import { type FilledTemplate, dateInWords, filled, timeInWords, whenInWords } from '@roundtable/platform';
import type { Stage } from '../evaluation-windows';
import type { ToldManager } from '../manager/line-managers.service';
import type { OwedForm } from './owed-forms.queries';
import { AFTER, BEFORE, CHASER, FOLLOW_UP, SEVERAL } from './owed.templates';

/** A form with the whole address of its page. */
export interface AskedForm extends Pick<OwedForm, 'stage' | 'courseTitle' | 'startsAt' | 'endsAt' | 'window'> {
  url: string;
  /** Who will be asked beside the delegate; told with the facts, so that no wording of a mail leaves it out. */
  manager?: ToldManager | null;
}

const TEMPLATES = { before: BEFORE, after: AFTER, 'follow-up': FOLLOW_UP } as const satisfies Record<Stage, unknown>;
const WHEN_ASKED = { before: 'before', after: 'after', 'follow-up': 'three months after' } as const;

/** Asks for one form; `frontDoor` is the telephone number for worries about a child, where there is one. */
export function invitationLetter(form: AskedForm, frontDoor: string | null): FilledTemplate {
  return filled(
    TEMPLATES[form.stage],
    {
      course: form.courseTitle,
      date: dateInWords(form.startsAt),
      closesOn: closingWords(form),
      worry: worryWords(frontDoor),
    },
    { facts: factsOf(form), url: form.url },
  );
}

/** Asks for several forms at once, each with its link and until when it is open. */
export function severalLetter(forms: readonly AskedForm[], frontDoor: string | null): FilledTemplate {
  const words = { sets: setsOf(forms), certificates: certificatesOf(forms), worry: worryWords(frontDoor) };
  return filled(SEVERAL, words, { links: forms.map(linkOf) });
}

/** Asks again, for one form or several. */
export function chaserLetter(forms: readonly AskedForm[], frontDoor: string | null): FilledTemplate {
  const [only] = forms;
  const isOne = forms.length === 1 && only !== undefined;
  const words = {
    about: isOne ? `the questions ${stageWords(only)}` : setsOf(forms),
    certificates: certificatesOf(forms),
    worry: worryWords(frontDoor),
  };
  return filled(CHASER, words, isOne ? { facts: factsOf(only), url: only.url } : { links: forms.map(linkOf) });
}

function linkOf(form: AskedForm): { label: string; url: string; note: string } {
  return {
    label: `Questions ${stageWords(form)}, ${dateInWords(form.startsAt)}`,
    url: form.url,
    note: [`Please answer by ${closingWords(form)}.`, ...(form.manager ? [managerWords(form.manager)] : [])].join(' '),
  };
}

function factsOf(form: AskedForm): { label: string; value: string }[] {
  return [
    { label: 'Course', value: form.courseTitle },
    { label: 'When', value: whenInWords(form.startsAt, form.endsAt) },
    { label: 'Please answer by', value: closingWords(form) },
    ...(form.manager ? [{ label: 'Your line manager', value: managerWords(form.manager) }] : []),
  ];
}

function managerWords({ name, from }: ToldManager): string {
  return `We would like to ask ${name} a question too, once you have answered or from ${dateInWords(from)}. If you would rather we did not, say so on the page behind the link: one press is enough.`;
}

function stageWords({ stage, courseTitle }: AskedForm): string {
  return `${WHEN_ASKED[stage]} ${courseTitle}`;
}

/** The form before an event closes in the middle of a day; of the others the day is enough. */
function closingWords({ stage, window: { closesAt } }: AskedForm): string {
  return stage === 'before' ? `${dateInWords(closesAt)}, ${timeInWords(closesAt)}` : dateInWords(closesAt);
}

function certificatesOf(forms: readonly AskedForm[]): string {
  return forms
    .filter(({ stage }) => stage === 'after')
    .map(({ courseTitle }) => courseTitle)
    .join('; ');
}

function setsOf(forms: readonly AskedForm[]): string {
  return `${forms.length} sets of questions`;
}

function worryWords(frontDoor: string | null): string {
  return frontDoor ? `call ${frontDoor}` : 'follow your agency’s procedure';
}
