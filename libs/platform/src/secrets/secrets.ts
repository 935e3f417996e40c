import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals small secrets that must be read again, with a key of the environment (AES-256-GCM). */
export class Secrets {
  private readonly key: Buffer | null;

  constructor(secretsKey: string | null) {
    this.key = secretsKey === null ? null : Buffer.from(hkdfSync('sha256', secretsKey, '', 'roundtable secrets', 32));
  }

  get isOn(): boolean {
    return this.key !== null;
  }

  /** Nonce, tag and what is sealed, in base64url; without a key there is nothing to seal with. */
  seal(plain: Buffer): string {
    if (!this.key) throw new Error('There is no key to seal with.');
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce);
    const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** What was sealed; null where the key is missing or another, or the text was changed. */
  open(text: string): Buffer | null {
    const bytes = Buffer.from(text, 'base64url');
    if (!this.key || bytes.length <= NONCE_BYTES + TAG_BYTES) return null;
    const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, NONCE_BYTES));
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    } catch {
      // The tag does not fit: that is the answer, not a fault.
      return null;
    }
  }
}
