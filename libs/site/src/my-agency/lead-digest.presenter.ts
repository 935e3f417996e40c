import { paths } from '@roundtable/contracts';
import type { PageModel } from '../frame/site-pages';

export interface LeadDigestPage extends PageModel {
  done: string | null;
  action: string;
  backHref: string;
  state: string;
  button: { text: string; value: 'yes' | 'no' };
}

/** The weekly mail about the people somebody leads: whether it comes, and the way to change that. */
export function leadDigestPage(isWanted: boolean, isDone: boolean): LeadDigestPage {
  return {
    title: 'Your weekly email',
    section: 'agency',
    done: isDone ? (isWanted ? 'The weekly email is on.' : 'The weekly email is off.') : null,
    action: paths.leadDigest,
    backHref: paths.myAgency,
    state: isWanted ? 'It is on now.' : 'It is off now.',
    button: isWanted ? { text: 'Turn it off', value: 'no' } : { text: 'Turn it on', value: 'yes' },
  };
}
