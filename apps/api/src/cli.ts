import 'reflect-metadata';
import { ConfigError } from '@roundtable/platform';
import { COMMANDS } from './commands';
import { refusalText } from './commands/refusal';

const USAGE = [
  'Usage: npm run admin -- <command> [options]',
  '',
  ...Object.entries(COMMANDS).map(([name, command]) => `  ${name.padEnd(14)} ${command.summary}`),
  '',
  'Each command has --help.',
].join('\n');

async function main(): Promise<number> {
  const [name, ...rest] = process.argv.slice(process.argv[2] === 'admin' ? 3 : 2);
  const command = name === undefined ? undefined : COMMANDS[name];
  if (!command) {
    const asksForHelp = name === '--help' || name === 'help';
    (asksForHelp ? console.log : console.error)(
      name === undefined || asksForHelp ? USAGE : `There is no command ${name}.\n\n${USAGE}`,
    );
    return asksForHelp ? 0 : 2;
  }
  if (rest.includes('--help')) {
    console.log(`${command.summary}\n\nUsage: npm run admin -- ${name} ${command.usage}`);
    return 0;
  }
  return command.run(rest);
}

main().then(
  (status) => process.exit(status),
  (error: unknown) => {
    console.error(error instanceof ConfigError ? `${error.message}.` : refusalText(error));
    process.exit(1);
  },
);
