import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { BouncedAddresses, Database, hashOf, newId, newSecret } from '@roundtable/platform';
import { In, IsNull, LessThan, MoreThan } from 'typeorm';
import { hashPassword, isPassword } from '../credentials/passwords';
import { AddressProofEntity, type ProofPurpose } from './address-proof.entity';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const MOST_TRIES = 5;
/** Mails to one address for one purpose; past that the answer is the same and nothing is sent. */
const MOST_AN_HOUR = 5;

/** How long the link and the code of each purpose live, in milliseconds; null where there is no code. */
const LIVES: Record<ProofPurpose, { link: number; code: number | null }> = {
  registration: { link: 48 * HOUR_MS, code: 48 * HOUR_MS },
  'sign-in': { link: 10 * MINUTE_MS, code: 10 * MINUTE_MS },
  'second-step': { link: 10 * MINUTE_MS, code: null },
  'password-reset': { link: HOUR_MS, code: null },
  'set-password': { link: 48 * HOUR_MS, code: null },
  'new-address': { link: 48 * HOUR_MS, code: null },
};

/** A new secret before it is written: made outside transactions, because hashing takes its time. */
export interface NewProof {
  purpose: ProofPurpose;
  token: string;
  /** Six digits; empty where the purpose has no code. */
  code: string;
  codeHash: string | null;
}

/** Which mail a typed code came with: the newest to an address, or the one that a page named. */
export type CodeOf = { email: string } | { reference: string };

/** Secrets that were mailed. Real time, never the demonstration's. */
@Injectable()
export class AddressProofs {
  constructor(
    private readonly database: Database,
    private readonly bounced: BouncedAddresses,
  ) {}

  async prepare(purpose: ProofPurpose): Promise<NewProof> {
    if (LIVES[purpose].code === null) return { purpose, token: newSecret(), code: '', codeHash: null };
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    return { purpose, token: newSecret(), code, codeHash: await hashPassword(code) };
  }

  /**
   * Writes a proof, for an address that is known or not. Answers its id, by which a page may name it, and whether a
   * mail may go to this address now.
   */
  async write(
    proof: NewProof,
    to: { subjectId: string | null; email: string },
  ): Promise<{ id: string; mayMail: boolean }> {
    const proofs = this.database.repo(AddressProofEntity);
    const { purpose, codeHash } = proof;
    const now = Date.now();
    const recent = await proofs.countBy({ purpose, email: to.email, createdAt: MoreThan(new Date(now - HOUR_MS)) });
    const lives = LIVES[purpose];
    const id = newId();
    await proofs.insert({
      id,
      purpose,
      subjectId: to.subjectId,
      email: to.email,
      tokenHash: hashOf(proof.token),
      codeHash,
      codeExpiresAt: lives.code === null ? null : new Date(now + lives.code),
      tries: 0,
      expiresAt: new Date(now + lives.link),
      usedAt: null,
      createdAt: new Date(now),
    });
    return { id, mayMail: recent < MOST_AN_HOUR };
  }

  /** The live proof of a link; null for one that is unknown, used, run out or for something else. Changes nothing. */
  async ofLink(purpose: ProofPurpose, token: string): Promise<AddressProofEntity | null> {
    const proof = await this.database.repo(AddressProofEntity).findOneBy({ tokenHash: hashOf(token) });
    return proof && proof.purpose === purpose && isLive(proof) ? proof : null;
  }

  /**
   * The live proof of a typed code; null for one that is wrong, used or run out. Five wrong codes end the code, not
   * the link. Takes the same time where nothing was mailed.
   */
  async ofCode(purpose: ProofPurpose, mail: CodeOf, code: string): Promise<AddressProofEntity | null> {
    const proofs = this.database.repo(AddressProofEntity);
    const proof =
      'email' in mail
        ? await proofs.findOne({ where: { purpose, email: mail.email }, order: { createdAt: 'DESC', id: 'DESC' } })
        : await proofs.findOneBy({ id: mail.reference, purpose });
    const isOpen = proof !== null && isLive(proof) && isCodeLive(proof) && (await this.countTry(proof));
    const isRight = await isPassword(code, isOpen ? proof.codeHash : null);
    if (!isRight || !proof?.subjectId) return null;
    await proofs.decrement({ id: proof.id }, 'tries', 1);
    return proof;
  }

  /** Counts one try before it is made, so that many at once are not more than five; answers whether it may be made. */
  async countTry(proof: AddressProofEntity): Promise<boolean> {
    const counted = await this.database
      .repo(AddressProofEntity)
      .increment({ id: proof.id, tries: LessThan(MOST_TRIES), usedAt: IsNull() }, 'tries', 1);
    return counted.affected === 1;
  }

  /** Uses a proof up, once: of two at the same moment one gets true. Its mail arrived, so the address works. */
  async use(proof: AddressProofEntity): Promise<boolean> {
    const used = await this.database
      .repo(AddressProofEntity)
      .update({ id: proof.id, usedAt: IsNull() }, { usedAt: new Date(Date.now()) });
    if (used.affected !== 1) return false;
    await this.bounced.clear(proof.email);
    return true;
  }

  /** Ends what is still open for these registrations or people, such as after a change of password. */
  async end(subjectIds: string[], purposes: ProofPurpose[]): Promise<void> {
    if (subjectIds.length === 0) return;
    await this.database
      .repo(AddressProofEntity)
      .update({ subjectId: In(subjectIds), purpose: In(purposes), usedAt: IsNull() }, { usedAt: new Date(Date.now()) });
  }

  /** The address that a mail of this reference went to; null for one that is not there any more. */
  async addressOf(purpose: ProofPurpose, reference: string): Promise<string | null> {
    const proof = await this.database.repo(AddressProofEntity).findOneBy({ id: reference, purpose });
    return proof && isLive(proof) ? proof.email : null;
  }

  /** Whether the mail of this reference still proves something. */
  async isOpen(reference: string): Promise<boolean> {
    const proof = await this.database.repo(AddressProofEntity).findOneBy({ id: reference });
    return proof !== null && isLive(proof);
  }

  /** Erases what ran out more than a day ago. */
  async forgetOld(): Promise<void> {
    await this.database.repo(AddressProofEntity).delete({ expiresAt: LessThan(new Date(Date.now() - DAY_MS)) });
  }
}

function isLive(proof: AddressProofEntity): boolean {
  return proof.usedAt === null && proof.expiresAt.getTime() > Date.now();
}

function isCodeLive(proof: AddressProofEntity): boolean {
  return proof.codeExpiresAt !== null && proof.codeExpiresAt.getTime() > Date.now();
}
