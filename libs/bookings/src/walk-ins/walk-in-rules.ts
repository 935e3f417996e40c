const MINUTES_BEFORE = 30;

/** From 30 minutes before the first session starts, whoever comes without a place is entered in the register. */
export function mayWalkIn(event: { status: string; startsAt: Date | null }, now: Date): boolean {
  return (
    event.status === 'published' &&
    event.startsAt !== null &&
    now.getTime() >= event.startsAt.getTime() - MINUTES_BEFORE * 60_000
  );
}
