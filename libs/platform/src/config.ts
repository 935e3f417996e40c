import { resolve } from 'node:path';

/** A setting of the environment that cannot be used; names the variable and the reason, never the value. */
export class ConfigError extends Error {
  constructor(
    readonly variable: string,
    readonly reason: string,
  ) {
    super(`${variable}: ${reason}`);
  }
}

export interface Config {
  port: number;
  host: string;
  /** `sqlite:path`, `mysql://…` or `mariadb://…`. */
  databaseUrl: string;
  dataFolder: string;
  /** Where people reach the product; links in mails start with it. */
  publicUrl: string;
  smtpUrl: string | null;
  /** The mailbox that returned mail comes to: `imaps://user:password@host/INBOX`. */
  bounceImapUrl: string | null;
  mailFrom: { name: string; address: string };
  /** The address in `mailFrom` was set, so somebody reads what is sent to it. */
  hasMailbox: boolean;
  /** Seals the secrets of authenticator apps in the database. */
  secretsKey: string | null;
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
}

export const CONFIG = Symbol('Config');

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Whether a server that listens on this host is reachable from this machine alone. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host) || host.startsWith('127.');
}

function port(text: string | undefined): number {
  if (text === undefined || text === '') return 3000;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65535)
    throw new ConfigError('PORT', 'this must be a whole number from 0 to 65535');
  return value;
}

function address(variable: string, text: string, protocols: string[], example: string): URL {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new ConfigError(variable, `this is not an address; it looks like ${example}`);
  }
  if (!protocols.includes(url.protocol))
    throw new ConfigError(variable, `this must start with ${protocols.map((p) => `${p}//`).join(' or ')}`);
  return url;
}

function databaseUrl(text: string | undefined, dataFolder: string): string {
  if (!text) return `sqlite:${resolve(dataFolder, 'roundtable.sqlite')}`;
  if (text.startsWith('sqlite:')) return text;
  const url = address('DATABASE_URL', text, ['mysql:', 'mariadb:'], 'mysql://user:password@host:3306/name');
  if (!url.hostname) throw new ConfigError('DATABASE_URL', 'the host is missing');
  if (url.pathname.length < 2) throw new ConfigError('DATABASE_URL', 'the name of the database is missing at the end');
  return text;
}

function logLevel(text: string | undefined): Config['logLevel'] {
  const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
  const level = levels.find((known) => known === (text || 'warn'));
  if (!level) throw new ConfigError('LOG_LEVEL', `this must be one of ${levels.join(', ')}`);
  return level;
}

function mailbox(text: string | undefined): { name: string; address: string } {
  if (!text) return { name: 'Roundtable training', address: 'training@roundtable.example' };
  const match = /^(?:([^<>@\r\n]+) )?<?([^\s<>@]+@[^\s<>@]+)>?$/.exec(text);
  if (!match?.[2]) throw new ConfigError('MAIL_FROM', 'this must look like Training team <training@example.org>');
  return { name: match[1]?.trim() ?? 'Roundtable training', address: match[2] };
}

function bounceImapUrl(text: string | undefined): string | null {
  if (!text) return null;
  const url = address('BOUNCE_IMAP_URL', text, ['imap:', 'imaps:'], 'imaps://user:password@host:993/INBOX');
  if (!url.hostname) throw new ConfigError('BOUNCE_IMAP_URL', 'the host is missing');
  if (!url.username || !url.password)
    throw new ConfigError('BOUNCE_IMAP_URL', 'the user or the password is missing before the host');
  return text;
}

function secretsKey(text: string | undefined): string | null {
  if (!text) return null;
  if (text.length < 32) throw new ConfigError('SECRETS_KEY', 'this must be 32 characters or more');
  return text;
}

/** Reads and checks the environment before anything starts. Refuses with a ConfigError. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const dataFolder = resolve(environment['DATA_DIR'] || 'data');
  const listenPort = port(environment['PORT']);
  const publicUrl = environment['PUBLIC_URL'];
  if (publicUrl) address('PUBLIC_URL', publicUrl, ['http:', 'https:'], 'https://training.example.org');
  const smtpUrl = environment['SMTP_URL'];
  if (smtpUrl) address('SMTP_URL', smtpUrl, ['smtp:', 'smtps:'], 'smtp://user:password@host:587');
  return {
    port: listenPort,
    host: environment['HOST'] || '127.0.0.1',
    dataFolder,
    databaseUrl: databaseUrl(environment['DATABASE_URL'], dataFolder),
    publicUrl: (publicUrl || `http://localhost:${listenPort}`).replace(/\/+$/, ''),
    smtpUrl: smtpUrl || null,
    bounceImapUrl: bounceImapUrl(environment['BOUNCE_IMAP_URL']),
    mailFrom: mailbox(environment['MAIL_FROM']),
    hasMailbox: Boolean(environment['MAIL_FROM']),
    secretsKey: secretsKey(environment['SECRETS_KEY']),
    logLevel: logLevel(environment['LOG_LEVEL']),
  };
}
