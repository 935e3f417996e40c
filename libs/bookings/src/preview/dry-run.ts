import type { Database } from '@roundtable/platform';

class Undone extends Error {}

/**
 * Does work in a transaction of its own, answers what came of it, and keeps nothing: so that a preview can never say
 * anything but what would happen. Never inside another transaction, which would keep it.
 */
export async function dryRun<Answer>(database: Database, work: () => Promise<Answer>): Promise<Answer> {
  const answers: Answer[] = [];
  try {
    await database.transaction(async () => {
      answers.splice(0, answers.length, await work());
      throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  }
  return answers[0]!;
}
