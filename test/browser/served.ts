import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** The built server with the demonstration, as `npm start` serves it, on a port and a folder of its own. */
export class Served {
  url: string;
  private child: ChildProcess;
  private folder: string;

  async start(): Promise<void> {
    const port = await freePort();
    this.folder = mkdtempSync(join(tmpdir(), 'roundtable-served-'));
    this.url = `http://localhost:${port}`;
    this.child = spawn(process.execPath, ['tools/start.mjs'], {
      env: this.environment(),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise<void>((resolve, reject) => {
      this.child.stdout?.on('data', (text: Buffer) => String(text).includes('Roundtable is at') && resolve());
      this.child.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)));
    });
  }

  /** Makes an account with the operator's command, on the database that is being served; the password is the demonstration's. */
  async createUser(email: string, role: string): Promise<void> {
    const passwordFile = join(this.folder, 'password');
    writeFileSync(passwordFile, 'round-table-demo');
    const of = ['--name', `The ${role}`, '--agency', 'Safeguarding Children Partnership', '--role', role];
    const child = spawn(
      process.execPath,
      ['tools/start.mjs', 'admin', 'create-user', '--email', email, ...of, '--password-file', passwordFile],
      { env: this.environment(), stdio: ['ignore', 'ignore', 'inherit'] },
    );
    const code = await new Promise((resolve) => child.once('exit', resolve));
    if (code !== 0) throw new Error(`The account was not made: ${String(code)}.`);
  }

  private environment(): NodeJS.ProcessEnv {
    const { DATABASE_URL: _, ...environment } = process.env;
    return { ...environment, PORT: new URL(this.url).port, DATA_DIR: this.folder, LOG_LEVEL: 'error' };
  }

  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGTERM');
    await gone;
    rmSync(this.folder, { recursive: true, force: true });
  }
}
