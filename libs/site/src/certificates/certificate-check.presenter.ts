import type { CertificateCheckView } from '@roundtable/contracts';
import { dateInWords, isLocalDate } from '@roundtable/platform';
import type { PageModel } from '../frame/site-pages';

export interface CertificateCheckPage extends PageModel {
  isValid: boolean;
  facts: { key: string; value: string }[];
}

/** What anybody who holds a certificate's code may see. */
export function certificateCheckPage(certificate: CertificateCheckView): CertificateCheckPage {
  const isValid = certificate.status === 'valid';
  return {
    title: isValid ? 'This certificate is valid' : 'This certificate was withdrawn',
    isValid,
    facts: [
      { key: 'Course', value: certificate.courseTitle },
      { key: 'Completed', value: isLocalDate(certificate.date) ? dateInWords(certificate.date) : certificate.date },
      { key: 'Initials', value: certificate.initials },
      { key: 'Code', value: certificate.code },
    ],
  };
}
