import { hash, verify } from '@node-rs/argon2';

/** Argon2id with 19 MiB, two passes, one lane: the OWASP minimum. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const LONGEST = 200;
let decoy: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** Whether the password is the one that was hashed; takes the same time where there is no hash to compare with. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const isRight = await verify(stored ?? (await decoy), password.slice(0, LONGEST));
  return stored !== null && isRight;
}

/** What is wrong with a new password, in a sentence; null where nothing is. No rules of composition. */
export function passwordProblem(password: string): string | null {
  if ([...password].length < 12) return 'The password must have 12 or more characters';
  if (password.length > LONGEST) return `The password must have ${LONGEST} or fewer characters`;
  if (new Set(password.toLowerCase()).size < 4) return 'Choose a password that is harder to guess';
  return null;
}
