import { createToken, createUser, grant } from './accounts';
import type { Command } from './command';
import { demo, migrate, takeIn } from './data';

/** The operator's command line. */
export const COMMANDS: Record<string, Command> = {
  'create-user': createUser,
  'create-token': createToken,
  grant,
  migrate,
  import: takeIn,
  demo,
};
