/** How many delegates of one event and one sector gave this pair of ratings to one statement. */
export interface AnswerCell {
  statementId: string;
  eventId: string;
  /** As it was when they answered; null where it was not recorded. */
  sector: string | null;
  /** Null where they did not answer. */
  before: number | null;
  after: number | null;
  people: number;
  /** Whether they are known to have attended, so that they enter the response rate. */
  hasAttended: boolean;
  isDemonstration: boolean;
}

/** How many of one sector attended one event. */
export interface AttendedCell {
  eventId: string;
  sector: string | null;
  attended: number;
}
