/** Where joining stands: not yet, now, or no more. */
export type JoiningState = 'early' | 'open' | 'over';

interface Span {
  startsAt: Date;
  endsAt: Date;
}

const MINUTE_MS = 60_000;

/**
 * Whether a delegate may see the meeting link: from some minutes before a session starts until it ends. `opensAt` is
 * when it shows next, in UTC; empty while it shows and when every session is over.
 */
export function joiningAt(
  sessions: readonly Span[],
  minutesBefore: number,
  now: Date,
): { state: JoiningState; opensAt: Date | null } {
  const opening = ({ startsAt }: Span): Date => new Date(startsAt.getTime() - minutesBefore * MINUTE_MS);
  if (sessions.some((session) => opening(session) <= now && now < session.endsAt))
    return { state: 'open', opensAt: null };
  const next = sessions
    .filter(({ endsAt }) => endsAt > now)
    .map(opening)
    .sort((one, other) => one.getTime() - other.getTime())[0];
  return next ? { state: 'early', opensAt: next } : { state: 'over', opensAt: null };
}
