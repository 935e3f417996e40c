import { type PaperFormView, RATINGS, RATING_LABELS, type QuestionView } from '@roundtable/contracts';
import { dateInWords } from '@roundtable/platform';
import type { PageModel } from '../frame/site-pages';
import { legendOf } from './question-fields';

/** One question on paper: boxes to tick, or lines to write on. */
interface PaperQuestion {
  legend: string;
  hint: string | null;
  boxes: string[];
  lines: number;
}

export interface PaperFormPage extends PageModel {
  caption: string;
  questions: PaperQuestion[];
  asksToQuote: boolean;
  frontDoor: string | null;
}

/** The form of an event on paper. What is ticked has the number that is typed in afterwards. */
export function paperFormPage(form: PaperFormView, frontDoor: string | null): PaperFormPage {
  return {
    title: form.stage === 'before' ? 'Before the training' : 'After the training',
    caption: form.startsAt ? `${form.courseTitle}, ${dateInWords(new Date(form.startsAt))}` : form.courseTitle,
    questions: form.questions.map((question) => ({
      legend: legendOf(question),
      hint: question.help ?? (question.kind === 'several' ? 'Tick all that apply.' : null),
      boxes: boxesOf(question),
      lines: question.kind === 'text' ? 4 : question.kind === 'number' ? 1 : 0,
    })),
    asksToQuote: form.questions.some(({ kind }) => kind === 'text'),
    frontDoor,
  };
}

function boxesOf({ kind, options = [], minimum = 0, maximum = 0, lowLabel, highLabel }: QuestionView): string[] {
  const numbered = (texts: readonly string[]) => texts.map((text, place) => `${place + 1} ${text}`);
  switch (kind) {
    case 'rating':
      return RATINGS.map((rating) => `${rating} ${RATING_LABELS[rating]}`);
    case 'yes-no':
      return numbered(['Yes', 'No']);
    case 'single':
    case 'several':
      return numbered(options);
    case 'scale':
      return Array.from({ length: maximum - minimum + 1 }, (_, step) => minimum + step).map((value) => {
        const label = value === minimum ? lowLabel : value === maximum ? highLabel : undefined;
        return label ? `${value} (${label})` : String(value);
      });
    case 'number':
    case 'text':
      return [];
  }
}
