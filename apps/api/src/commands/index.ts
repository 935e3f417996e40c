import { createToken, createUser, grant, removeSecondFactor } from './accounts';
import { check } from './check';
import type { Command } from './command';
import { demo, migrate, takeIn } from './data';
import { eraseAgain } from './erasures';
import { worker } from './worker';

/** The operator's command line. */
export const COMMANDS: Record<string, Command> = {
  'create-user': createUser,
  'create-token': createToken,
  grant,
  'remove-second-factor': removeSecondFactor,
  migrate,
  import: takeIn,
  check,
  demo,
  'erase-again': eraseAgain,
  worker,
};
