import { paths } from '@roundtable/contracts';
import { type FormPage, codeField, formPage } from '../account/form-page';
import type { PageModel } from '../frame/site-pages';

/** Asks for the code of a mailed link. */
export function trainerCodePage(token: string, errors: Record<string, string> = {}): FormPage {
  return formPage(
    {
      title: 'Open the register',
      words: ['You give this training. Enter the code that the training team gave you.'],
      action: paths.trainerLink({ token }),
      fields: [codeField('code', 'Code', errors, 'Eight digits, such as 1234 5678')],
      button: { text: 'Continue' },
    },
    errors,
  );
}

/** A link that is unknown, and one whose time has not come or is over, are told alike. */
export function closedLinkPage(): PageModel {
  return { title: 'This link does not work now', isPersonal: true };
}
