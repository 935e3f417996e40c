import { useQuery } from '@tanstack/react-query';
import type { DayView } from '@roundtable/contracts';
import { api } from '../api/request';

const WORDS: Record<DayView['notes'][number]['kind'], (name: string) => string> = {
  weekend: () => 'this is at the weekend',
  'bank-holiday': (name) => `this is a bank holiday: ${name}`,
  'closure-day': (name) => `the partnership is closed: ${name}`,
  'school-holiday': (name) => `this is in the school holidays: ${name}`,
};

/** What is to be known of these London dates before something is planned on them, by date. */
export function useDayNotes(dates: readonly string[]) {
  const known = [...new Set(dates.filter((date) => /^20\d\d-\d\d-\d\d$/.test(date)))];
  const { data } = useQuery({
    queryKey: ['days', ...known],
    queryFn: () => api.get<DayView[]>(`/days?${known.map((date) => `date=${date}`).join('&')}`),
    enabled: known.length > 0,
  });
  return (date: string): string => {
    const day = data?.find((one) => one.date === date);
    if (!day) return '';
    const notes = day.notes.map(({ kind, name }) => WORDS[kind](name));
    return notes.length > 0 ? `${day.words}. Mind: ${notes.join('; ')}.` : `${day.words}.`;
  };
}
