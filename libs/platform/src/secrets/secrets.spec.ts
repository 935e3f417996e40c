import { describe, expect, it } from '@jest/globals';
import { Secrets } from './secrets';

const KEY = 'a key of the environment, long enough';
const plain = Buffer.from('twenty bytes secret!');

describe('a sealed secret', () => {
  it('is opened with the same key alone, and fits the column of 64 characters', () => {
    const sealed = new Secrets(KEY).seal(plain);
    expect(sealed).toHaveLength(64);
    expect(sealed).not.toContain(plain.toString('base64url'));
    expect(new Secrets(KEY).open(sealed)).toEqual(plain);
    expect(new Secrets(`${KEY}.`).open(sealed)).toBeNull();
    expect(new Secrets(null).open(sealed)).toBeNull();
  });

  it('is never the same twice, and not opened once a letter of it is another', () => {
    const secrets = new Secrets(KEY);
    const sealed = secrets.seal(plain);
    expect(secrets.seal(plain)).not.toBe(sealed);
    expect(secrets.open(`${sealed.slice(0, -1)}${sealed.endsWith('A') ? 'B' : 'A'}`)).toBeNull();
    expect(secrets.open('short')).toBeNull();
  });
});
