declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net';

  export interface StoredMail {
    raw: string;
    uid?: number;
    flags: string[];
  }

  export interface ImapServer {
    server: Server;
    listen(port: number, host: string, done: () => void): void;
    close(done: () => void): void;
    appendMessage(mailbox: string, flags: string[], internalDate: Date | false, raw: string | Buffer): void;
    getMailbox(path: string): { messages: StoredMail[] };
  }

  export default function hoodiecrow(options?: { plugins?: string[]; storage?: unknown }): ImapServer;
}
