import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import type { Config } from '../config';

/** Files that people upload, kept outside the database under names of our own. */
export class Files {
  private readonly disk: Disk;

  constructor(config: Pick<Config, 'dataFolder'>) {
    this.disk = new Disk(new FSDriver({ location: join(config.dataFolder, 'files'), visibility: 'private' }));
  }

  /** Keeps a file, and answers the key by which it is found again; nothing of what it was called is in it. */
  async put(content: Buffer): Promise<string> {
    const name = randomUUID();
    const key = `${name.slice(0, 2)}/${name}`;
    await this.disk.put(key, content);
    return key;
  }

  /** The file as a stream; null where it is not there any more. */
  async read(key: string): Promise<Readable | null> {
    return (await this.disk.exists(key)) ? this.disk.getStream(key) : null;
  }

  /** Removes a file; again changes nothing. */
  async remove(key: string): Promise<void> {
    await this.disk.delete(key);
  }
}
