import { randomInt } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Database, Secrets, Throttle, hashOf, newId } from '@roundtable/platform';
import { Secret, TOTP } from 'otpauth';
import { IsNull, Not } from 'typeorm';
import { TRIES, counted } from '../sign-in/sign-in-limits';
import { RecoveryCodeEntity } from './recovery-code.entity';
import { SecondFactorEntity } from './second-factor.entity';

const PERIOD_SECONDS = 30;
const SECRET_BYTES = 20;
/** Of 20 bytes in base32; sealed they are longer. */
const OPEN_LENGTH = 32;
const RECOVERY_CODES = 10;
/** No vowels, no 0, 1, I or O: 12 letters are 57 bits. */
const READABLE = '23456789BCDFGHJKMNPQRSTVWXYZ';

/** The second thing that proves who somebody is: a code of their authenticator app, or one of their recovery codes. */
@Injectable()
export class SecondFactors {
  private readonly logger = new Logger('SecondFactors');

  constructor(
    private readonly database: Database,
    private readonly throttle: Throttle,
    private readonly secrets: Secrets,
  ) {}

  async isOn(personId: string): Promise<boolean> {
    return this.database.repo(SecondFactorEntity).existsBy({ personId, confirmedAt: Not(IsNull()) });
  }

  async recoveryCodesLeft(personId: string): Promise<number> {
    return this.database.repo(RecoveryCodeEntity).countBy({ personId, usedAt: IsNull() });
  }

  /**
   * Whether a code proves who this person is; one that does is used up. Takes the app's code of now, of the last or of
   * the next half minute, each once, and each recovery code once. Refuses more than five tries a minute.
   */
  async check(personId: string, typed: string): Promise<boolean> {
    await this.throttle.count(counted.app(personId), TRIES.app);
    const code = typed.replace(/[\s-]/g, '').toUpperCase();
    if (/^\d{6}$/.test(code)) return this.checkApp(personId, code, true);
    const used = await this.database
      .repo(RecoveryCodeEntity)
      .update({ personId, codeHash: recoveryHash(personId, code), usedAt: IsNull() }, { usedAt: new Date(Date.now()) });
    return used.affected === 1;
  }

  /** A new secret for the app, in the place of one that no code confirmed yet. */
  async begin(personId: string): Promise<string> {
    const secret = new Secret({ size: SECRET_BYTES }).base32;
    await this.database.transaction(async () => {
      const factors = this.database.repo(SecondFactorEntity);
      await factors.delete({ personId, confirmedAt: IsNull() });
      await factors.insert({
        id: newId(),
        personId,
        secret: this.kept(secret),
        lastStep: null,
        confirmedAt: null,
        createdAt: new Date(Date.now()),
      });
    });
    return secret;
  }

  /** The secret that waits for its first code; null where none does. */
  async begun(personId: string): Promise<string | null> {
    const factor = await this.database.repo(SecondFactorEntity).findOneBy({ personId, confirmedAt: IsNull() });
    return factor && this.read(factor);
  }

  /** Turns the factor on with its first code; answers whether that was right. */
  async confirm(personId: string, code: string): Promise<boolean> {
    await this.throttle.count(counted.app(personId), TRIES.app);
    const digits = code.replace(/\s/g, '');
    if (!/^\d{6}$/.test(digits) || !(await this.checkApp(personId, digits, false))) return false;
    const done = await this.database
      .repo(SecondFactorEntity)
      .update({ personId, confirmedAt: IsNull() }, { confirmedAt: new Date(Date.now()) });
    return done.affected === 1;
  }

  /** Ten new recovery codes in the place of the old ones; they are not kept and shown once. */
  async renewRecoveryCodes(personId: string): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
    await this.database.transaction(async () => {
      await this.database.repo(RecoveryCodeEntity).delete({ personId });
      await this.database.repo(RecoveryCodeEntity).insert(
        codes.map((code) => ({
          id: newId(),
          personId,
          codeHash: recoveryHash(personId, code.replaceAll('-', '')),
          usedAt: null,
        })),
      );
    });
    return codes;
  }

  /** Turns the factor off; answers whether one was on. */
  async remove(personId: string): Promise<boolean> {
    return this.database.transaction(async () => {
      const wasOn = await this.isOn(personId);
      await this.database.repo(RecoveryCodeEntity).delete({ personId });
      await this.database.repo(SecondFactorEntity).delete({ personId });
      return wasOn;
    });
  }

  /** The secret as it lies in the database: sealed where there is a key. */
  private kept(secret: string): string {
    return this.secrets.isOn ? this.secrets.seal(Buffer.from(Secret.fromBase32(secret).bytes)) : secret;
  }

  /** The secret again; one from before there was a key lies there open. Null where the key is not the one that sealed it. */
  private read({ secret }: SecondFactorEntity): string | null {
    if (secret.length === OPEN_LENGTH) return secret;
    const bytes = this.secrets.open(secret);
    return bytes && new Secret({ buffer: Uint8Array.from(bytes).buffer }).base32;
  }

  /** Checks a code against the secret and remembers its half minute, in one step, so that no code is taken twice. */
  private async checkApp(personId: string, code: string, isConfirmed: boolean): Promise<boolean> {
    const factors = this.database.repo(SecondFactorEntity);
    const factor = await factors.findOneBy({ personId, confirmedAt: isConfirmed ? Not(IsNull()) : IsNull() });
    if (!factor) return false;
    const secret = this.read(factor);
    if (secret === null) {
      this.logger.error('the secret of an authenticator app cannot be opened: SECRETS_KEY is missing or another');
      return false;
    }
    const now = Date.now();
    const delta = appOf(secret).validate({ token: code, timestamp: now, window: 1 });
    if (delta === null) return false;
    const step = Math.floor(now / 1000 / PERIOD_SECONDS) + delta;
    const taken = await factors
      .createQueryBuilder()
      .update()
      .set({ lastStep: step })
      .where('id = :id AND (last_step IS NULL OR last_step < :step)', { id: factor.id, step })
      .execute();
    return taken.affected === 1;
  }
}

/** The address that an authenticator app reads from the picture. `label` says whose account it is. */
export function appAddress(secret: string, label: string): string {
  return appOf(secret, label).toString();
}

function appOf(secret: string, label = ''): TOTP {
  return new TOTP({
    issuer: 'Roundtable',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
    secret: Secret.fromBase32(secret),
  });
}

function newRecoveryCode(): string {
  const letters = () => Array.from({ length: 4 }, () => READABLE[randomInt(READABLE.length)]).join('');
  return [letters(), letters(), letters()].join('-');
}

function recoveryHash(personId: string, code: string): string {
  return hashOf(`${personId} ${code}`);
}
