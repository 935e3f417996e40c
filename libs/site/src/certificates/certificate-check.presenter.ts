import type { CertificateCheckView } from '@roundtable/contracts';
import { dateInWords, isLocalDate } from '@roundtable/platform';
import type { PageModel } from '../frame/site-pages';

export interface CertificateCheckPage extends PageModel {
  status: CertificateCheckView['status'];
  facts: { key: string; value: string }[];
}

const TITLES: Record<CertificateCheckView['status'], string> = {
  valid: 'This certificate is valid',
  replaced: 'This certificate was replaced',
  withdrawn: 'This certificate was withdrawn',
};

/** What anybody who holds a certificate's code may see. */
export function certificateCheckPage(certificate: CertificateCheckView): CertificateCheckPage {
  const { status } = certificate;
  return {
    title: TITLES[status],
    status,
    facts: [
      { key: 'Course', value: certificate.courseTitle },
      { key: 'Completed', value: isLocalDate(certificate.date) ? dateInWords(certificate.date) : certificate.date },
      { key: 'Initials', value: certificate.initials },
      { key: 'Code', value: certificate.code },
    ],
  };
}
