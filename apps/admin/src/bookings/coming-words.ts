import type { BookingView } from '@roundtable/contracts';
import { momentInWords } from '../words/london-time';

type Coming = Pick<BookingView, 'status' | 'comingAsked' | 'stillComingAsked' | 'comingAnsweredAt'>;

/** What somebody said to 'can you still come?'; empty where nobody asked them. */
export function comingInWords({ status, comingAsked, stillComingAsked, comingAnsweredAt }: Coming): string | null {
  if (status !== 'confirmed') return null;
  if (comingAsked) return 'asked after the change, and not answered';
  if (stillComingAsked) return 'asked, and not answered';
  return comingAnsweredAt ? `yes, said on ${momentInWords(comingAnsweredAt)}` : null;
}
