import { Injectable } from '@nestjs/common';
import type { SecondFactorSetUp, SecondFactorView } from '@roundtable/contracts';
import { type Actor, Audit, Database, Problem, SYSTEM, found, invalid } from '@roundtable/platform';
import { CredentialChanges } from '../credentials/credential-changes.service';
import { secondFactorLetter } from '../credentials/credentials.mails';
import { normalisedEmail } from '../email-address';
import { PersonEntity } from '../person.entity';
import { type FromRequest, SignInService, type SignedIn } from '../sign-in/sign-in.service';
import { SignIns } from '../sign-in/sign-ins.service';
import { SecondFactors, appAddress } from './second-factors.service';

const WRONG_CODE = 'That code is not right. Enter the newest code from your app';

/** A person's own second factor: setting it up, new recovery codes, turning it off. */
@Injectable()
export class OwnSecondFactor {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly factors: SecondFactors,
    private readonly signIns: SignIns,
    private readonly passwords: SignInService,
    private readonly changes: CredentialChanges,
  ) {}

  async view(actor: Actor): Promise<SecondFactorView> {
    const personId = actor.personId ?? '';
    return {
      isOn: await this.factors.isOn(personId),
      isRequired: await this.signIns.isFactorRequired(personId),
      recoveryCodesLeft: await this.factors.recoveryCodesLeft(personId),
    };
  }

  /**
   * Begins to set an app up; answers what it takes in. The password is asked for again, unless the person signed in
   * just now and may do nothing else. Refuses where a factor is on already.
   */
  async begin(actor: Actor, password: string): Promise<SecondFactorSetUp> {
    const person = await this.personOf(actor);
    if (await this.factors.isOn(person.id)) throw new Problem('people.second-factor-on');
    if (!actor.mustEnrol) await this.checkPassword(actor, password);
    const secret = await this.factors.begin(person.id);
    return { secret, uri: appAddress(secret, person.email ?? person.name) };
  }

  /** What the app takes in, while the first code is waited for; null otherwise. */
  async begun(actor: Actor): Promise<SecondFactorSetUp | null> {
    const person = await this.personOf(actor);
    const secret = await this.factors.begun(person.id);
    return secret === null ? null : { secret, uri: appAddress(secret, person.email ?? person.name) };
  }

  /**
   * Turns the factor on with the app's first code; answers ten recovery codes, which are shown once, and a new sign-in
   * for this device with all its rights, as all others end. Refuses a wrong code.
   */
  async confirm(actor: Actor, code: string, from: FromRequest): Promise<SignedIn & { recoveryCodes: string[] }> {
    const person = await this.personOf(actor);
    if (await this.factors.isOn(person.id)) throw new Problem('people.second-factor-on');
    if (!(await this.factors.confirm(person.id, code))) throw invalid({ code: WRONG_CODE });
    return this.database.transaction(async () => {
      const recoveryCodes = await this.factors.renewRecoveryCodes(person.id);
      await this.changed(actor, person, true);
      return { ...(await this.passwords.complete(person.id, from)), recoveryCodes };
    });
  }

  /** Ten new recovery codes in the place of the old ones, for a code of the app or an old recovery code. */
  async renewRecoveryCodes(actor: Actor, code: string): Promise<string[]> {
    const person = await this.personOf(actor);
    await this.checkCode(person.id, code);
    const codes = await this.factors.renewRecoveryCodes(person.id);
    await this.audit.record(actor, {
      action: 'account.renew-recovery-codes',
      subjectKind: 'person',
      subjectId: person.id,
    });
    return codes;
  }

  /**
   * Turns the factor off, for the password and a code; answers a new sign-in for this device, as all others end.
   * Refuses where the person's roles need one.
   */
  async remove(actor: Actor, given: { password: string; code: string }, from: FromRequest): Promise<SignedIn> {
    const person = await this.personOf(actor);
    if (await this.signIns.isFactorRequired(person.id)) throw new Problem('people.second-factor-needed');
    await this.checkPassword(actor, given.password);
    await this.checkCode(person.id, given.code);
    return this.database.transaction(async () => {
      await this.factors.remove(person.id);
      await this.changed(actor, person, false);
      return this.passwords.complete(person.id, from);
    });
  }

  /** The operator's way out for somebody who lost both app and codes; answers whether a factor was on. */
  async removeByEmail(email: string): Promise<boolean> {
    const person = await this.database.repo(PersonEntity).findOneBy({ email: normalisedEmail(email) ?? '' });
    if (!person) throw invalid({ email: 'Nobody has this email address' });
    return this.database.transaction(async () => {
      const wasOn = await this.factors.remove(person.id);
      if (wasOn) await this.changed(SYSTEM, person, false);
      return wasOn;
    });
  }

  private async changed(actor: Actor, person: PersonEntity, isOn: boolean): Promise<void> {
    await this.changes.endEverything(person.id);
    await this.changes.tell(
      person,
      isOn ? 'account.second-factor-on' : 'account.second-factor-off',
      secondFactorLetter({ isOn, resetUrl: this.changes.resetUrl }),
    );
    await this.audit.record(actor, {
      action: isOn ? 'account.add-second-factor' : 'account.remove-second-factor',
      subjectKind: 'person',
      subjectId: person.id,
    });
  }

  private async checkPassword(actor: Actor, password: string): Promise<void> {
    if (!(await this.passwords.isOwnPassword(actor, password)))
      throw invalid({ password: 'This is not your password' });
  }

  private async checkCode(personId: string, code: string): Promise<void> {
    if (!(await this.factors.isOn(personId))) throw new Problem('people.second-factor-off');
    if (!(await this.factors.check(personId, code))) throw invalid({ code: WRONG_CODE });
  }

  private async personOf(actor: Actor): Promise<PersonEntity> {
    if (actor.via !== 'session') throw new Problem('people.not-allowed');
    return found(await this.database.repo(PersonEntity).findOneBy({ id: actor.personId ?? '' }));
  }
}
