import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ROLES, type Role } from '@roundtable/contracts';
import { AccountsService, OwnSecondFactor } from '@roundtable/people';
import { invalid } from '@roundtable/platform';
import { type Command, withProduct } from './command';

const text = { type: 'string' } as const;

function required(values: Record<string, string | undefined>, names: string[]): Record<string, string> {
  const missing = names.filter((name) => !values[name]);
  if (missing.length)
    throw invalid(Object.fromEntries(missing.map((name) => [`--${name}`, 'Give this option a value'])));
  return values as Record<string, string>;
}

function roleOf(name: string): Role {
  const role = ROLES.find((known) => known === name);
  if (!role) throw invalid({ '--role': `Use one of ${ROLES.join(', ')}` });
  return role;
}

export const createUser: Command = {
  summary: 'Makes a confirmed account and prints its id; the same call again changes nothing.',
  usage: '--email E --name N --agency A --role R --password-file F [--sector S] [--job-role J]',
  async run(args) {
    const { values } = parseArgs({
      args,
      options: {
        email: text,
        name: text,
        agency: text,
        role: text,
        'password-file': text,
        sector: text,
        'job-role': text,
      },
    });
    const given = required(values, ['email', 'name', 'agency', 'role', 'password-file']);
    const role = roleOf(given['role']!);
    const password = (await readFile(given['password-file']!, 'utf8')).replace(/\r?\n$/, '');
    const id = await withProduct((app) =>
      app.get(AccountsService).createUser({
        email: given['email']!,
        name: given['name']!,
        agency: given['agency']!,
        role,
        password,
        ...(values.sector ? { sector: values.sector } : {}),
        ...(values['job-role'] ? { jobRole: values['job-role'] } : {}),
      }),
    );
    console.log(id);
    return 0;
  },
};

export const createToken: Command = {
  summary: "Prints a new bearer token with a person's rights, for integrations.",
  usage: '--email E',
  async run(args) {
    const { values } = parseArgs({ args, options: { email: text } });
    const { email } = required(values, ['email']);
    console.log(await withProduct((app) => app.get(AccountsService).createToken(email!)));
    return 0;
  },
};

export const grant: Command = {
  summary: 'Gives a person a role; an agency lead is named an agency too.',
  usage: '--email E --role R [--agency A]',
  async run(args) {
    const { values } = parseArgs({ args, options: { email: text, role: text, agency: text } });
    const given = required(values, ['email', 'role']);
    await withProduct((app) =>
      app.get(AccountsService).grantByEmail(given['email']!, roleOf(given['role']!), values.agency ?? null),
    );
    return 0;
  },
};

export const removeSecondFactor: Command = {
  summary: 'Turns off the second factor of somebody who lost both the app and the recovery codes.',
  usage: '--email E',
  async run(args) {
    const { values } = parseArgs({ args, options: { email: text } });
    const { email } = required(values, ['email']);
    const wasOn = await withProduct((app) => app.get(OwnSecondFactor).removeByEmail(email!));
    console.log(wasOn ? 'The second factor is off; every sign-in was ended.' : 'There was no second factor.');
    return 0;
  },
};
