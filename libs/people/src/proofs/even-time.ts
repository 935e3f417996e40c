import { setTimeout as sleep } from 'node:timers/promises';

/** Longer than any of the work takes, so that how long an answer took says nothing about the address. */
const EVEN_MS = 300;

/** Does work whose length would tell whether an address is known, and answers no sooner than after a fixed time. */
export async function inEvenTime<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  const [answer] = await Promise.all([work(), sleep(EVEN_MS)]);
  return answer;
}
