import type { OwnResultsView } from '@roundtable/contracts';
import type { PageModel } from '../frame/site-pages';
import { count } from '../frame/words';
import { type CourseBlock, courseBlocks } from '../published-reports/figures.presenter';

export interface ResultsPage extends PageModel {
  madeFrom: string | null;
  courses: CourseBlock[];
}

/** What was learnt at the events that a trainer gave, all of them together. */
export function resultsPage({ events, rows }: OwnResultsView): ResultsPage {
  return {
    title: 'What people learnt at training you gave',
    section: 'mine',
    madeFrom: rows.length ? `Made from ${count(events, 'event')} you gave.` : null,
    courses: courseBlocks(rows),
  };
}
