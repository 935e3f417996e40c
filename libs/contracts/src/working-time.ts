/** Days on which the partnership is closed, or schools are on holiday: London dates, both inclusive. */
export interface DaysOffView {
  id: string;
  name: string;
  from: string;
  to: string;
}

export interface NewDaysOff {
  name: string;
  from: string;
  /** The same day where it is left out. */
  to?: string;
}
export type DaysOffChange = Partial<NewDaysOff>;

export const DAY_NOTES = ['weekend', 'bank-holiday', 'closure-day', 'school-holiday'] as const;
export type DayNote = (typeof DAY_NOTES)[number];

/** What is to be known of a London date before something is planned on it. */
export interface DayView {
  date: string;
  /** 'Wednesday 22 May 2024'. */
  words: string;
  isWorkingDay: boolean;
  /** Such as a bank holiday with its name. */
  notes: { kind: DayNote; name: string }[];
}
