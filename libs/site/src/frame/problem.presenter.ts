import type { Problem } from '@roundtable/platform';
import type { PageModel } from './site-pages';

export interface ProblemPage extends PageModel {
  words: string[];
  details: string[];
}

/** A refusal in plain words, with what to do. `requestId` is given where the fault is ours. */
export function problemPage(problem: Problem, requestId: string): ProblemPage {
  const { status, message } = problem;
  if (status === 404)
    return page('Page not found', [
      'If you typed the address, check that it is right.',
      'If you followed a link, the page may have moved, or it may belong to somebody else.',
    ]);
  if (problem.code === 'request.cross-origin')
    return page('We did not carry this out', [message, 'Go back to this website and try again.']);
  if (status === 403)
    return page('You cannot use this page', [
      'Your account does not allow it. If you think it should, ask the training team.',
    ]);
  if (status === 429) return page('Too many tries', ['Wait a minute, then try again.']);
  if (status === 409) return page('This is not possible now', [message]);
  if (status === 503)
    return page('The service is busy', [
      'Try again in a minute. Nothing you sent was lost: if you were booking, check “My training” first.',
    ]);
  if (status >= 500)
    return page('Sorry, there is a problem with the service', [
      'Try again in a few minutes. If you were booking, check “My training” first.',
      `If it happens again, tell the training team this number: ${requestId}`,
    ]);
  return page(
    'There is a problem',
    ['We could not read what was sent. Go back and try again.'],
    Object.values(problem.more.errors ?? {}),
  );
}

function page(title: string, words: string[], details: string[] = []): ProblemPage {
  return { title, words, details };
}
