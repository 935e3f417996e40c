import { paths } from '@roundtable/contracts';
import { type CertificatePaper, certificateFacts } from '@roundtable/evaluations';
import type { PageModel } from '../frame/site-pages';

export interface CertificatePage extends PageModel {
  name: string;
  courseTitle: string;
  isDemonstration: boolean;
  facts: { key: string; value: string }[];
  checkHref: string;
  /** Null where the PDF cannot draw the name; then `notDrawn` says which letters. */
  pdfHref: string | null;
  notDrawn: string | null;
  bookingHref: string;
}

/** One's own certificate as a page, in whatever letters the name has. */
export function certificatePage({ sheet, notDrawn }: CertificatePaper, bookingId: string): CertificatePage {
  return {
    title: 'Certificate of attendance',
    section: 'mine',
    name: sheet.name,
    courseTitle: sheet.courseTitle,
    isDemonstration: sheet.isDemonstration,
    facts: certificateFacts(sheet).map(({ label, value }) => ({ key: label, value: value.split('\n').join('; ') })),
    checkHref: paths.certificateCheck({ code: sheet.code }),
    pdfHref: notDrawn.length > 0 ? null : paths.certificate({ bookingId }),
    notDrawn: notDrawn.length > 0 ? notDrawn.join(' ') : null,
    bookingHref: paths.booking({ id: bookingId }),
  };
}
