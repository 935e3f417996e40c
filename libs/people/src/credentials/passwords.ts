import { hash, verify } from '@node-rs/argon2';
import { LONGEST_PASSWORD } from './password-rules';

/** Argon2id with 19 MiB, two passes, one lane: the OWASP minimum. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
let decoy: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** Whether the password is the one that was hashed; takes the same time where there is no hash to compare with. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const isRight = await verify(stored ?? (await decoy), password.slice(0, LONGEST_PASSWORD));
  return stored !== null && isRight;
}
