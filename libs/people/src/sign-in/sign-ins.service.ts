import { Injectable } from '@nestjs/common';
import { ROLES, type Role, type SignInView, needsSecondFactor } from '@roundtable/contracts';
import {
  type Actor,
  Audit,
  Database,
  Page,
  Settings,
  VISITOR,
  found,
  hashOf,
  newId,
  newSecret,
} from '@roundtable/platform';
import { type FindOptionsWhere, IsNull, MoreThan, Not } from 'typeorm';
import { RoleGrantEntity } from '../role-grant.entity';
import { SecondFactorEntity } from '../second-factor/second-factor.entity';
import { deviceWords } from './device-words';
import { SignInEntity } from './sign-in.entity';
import { REQUIRE_SECOND_FACTOR } from './sign-in-settings';
import { SignInTimesService } from './sign-in-times.service';

/** What is known of the device that a request comes from. */
export interface FromDevice {
  userAgent: string | undefined;
  /** The sign-in that the request came with; a new one takes its place. */
  signInId: string | null;
}

/** The devices on which people are signed in. Real time. */
@Injectable()
export class SignIns {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly settings: Settings,
    private readonly times: SignInTimesService,
  ) {}

  /**
   * Signs a person in, who has proved who they are; answers the cookie's secret, which is new each time and not kept.
   * Where the partnership asks for a second factor that this person's roles need and do not have, the sign-in carries
   * no role until it is set up.
   */
  async start(personId: string, from: FromDevice): Promise<string> {
    const secret = newSecret();
    const id = newId();
    const now = new Date(Date.now());
    await this.database.transaction(async () => {
      await this.end(from.signInId);
      const mustEnrol = await this.mustEnrol(personId);
      await this.database.repo(SignInEntity).insert({
        id,
        tokenHash: hashOf(secret),
        personId,
        device: deviceWords(from.userAgent),
        limitedTo: mustEnrol ? 'second-factor' : null,
        startedAt: now,
        lastSeenAt: now,
        endedAt: null,
      });
      await this.audit.record(
        { ...VISITOR, personId },
        { action: 'sign-in.start', subjectKind: 'sign-in', subjectId: id },
      );
    });
    return secret;
  }

  /** Ends one sign-in, if there is one. */
  async end(id: string | null): Promise<void> {
    if (id === null) return;
    await this.database.repo(SignInEntity).update({ id, endedAt: IsNull() }, { endedAt: new Date(Date.now()) });
  }

  /** Ends every sign-in of a person, such as after a change of password; `except` stays. Answers how many ended. */
  async endAll(personId: string, except: string | null = null): Promise<number> {
    const ended = await this.database
      .repo(SignInEntity)
      .update(
        { personId, endedAt: IsNull(), ...(except === null ? {} : { id: Not(except) }) },
        { endedAt: new Date(Date.now()) },
      );
    return ended.affected ?? 0;
  }

  /** Where a person is signed in now, the latest seen first. */
  async list(actor: Actor): Promise<Page<SignInView>> {
    const rows = await this.database.repo(SignInEntity).find({
      where: await this.open(actor.personId ?? ''),
      order: { lastSeenAt: 'DESC', id: 'DESC' },
      take: 200,
    });
    return new Page(
      rows.map((row) => ({
        id: row.id,
        device: row.device ?? deviceWords(undefined),
        startedAt: row.startedAt.toISOString(),
        lastSeenAt: row.lastSeenAt.toISOString(),
        isCurrent: row.id === actor.signInId,
      })),
      rows.length,
    );
  }

  /** Ends one of a person's own sign-ins; somebody else's is not there. */
  async endOwn(actor: Actor, id: string): Promise<void> {
    const own = { id, personId: actor.personId ?? '', endedAt: IsNull() };
    await this.database.transaction(async () => {
      found(await this.database.repo(SignInEntity).findOneBy(own));
      await this.end(id);
      await this.audit.record(actor, { action: 'sign-in.end', subjectKind: 'sign-in', subjectId: id });
    });
  }

  /** Ends all of a person's own sign-ins but the one that asks. */
  async endOthers(actor: Actor): Promise<void> {
    await this.database.transaction(async () => {
      const count = await this.endAll(actor.personId ?? '', actor.signInId);
      await this.audit.record(actor, {
        action: 'sign-in.end-others',
        subjectKind: 'person',
        subjectId: actor.personId,
        after: { count },
      });
    });
  }

  /** How many devices a person is signed in on now. */
  async countOpen(personId: string): Promise<number> {
    return this.database.repo(SignInEntity).countBy(await this.open(personId));
  }

  /**
   * Ends the sign-ins of those who need a second factor and have none, after a role was given and after the partnership
   * asked for it: they sign in again, with their password, and set one up. Without a person, of all people.
   */
  async endUnenrolled(personId?: string): Promise<void> {
    if (!(await this.settings.read(REQUIRE_SECOND_FACTOR.name, REQUIRE_SECOND_FACTOR.usual))) return;
    const needing = ROLES.filter((role) => needsSecondFactor([role]));
    await this.database
      .repo(SignInEntity)
      .createQueryBuilder()
      .update()
      .set({ endedAt: new Date(Date.now()) })
      .where('ended_at IS NULL AND limited_to IS NULL')
      .andWhere('person_id IN (SELECT held.person_id FROM role_grants held WHERE held.role IN (:...needing))', {
        needing,
      })
      .andWhere('person_id NOT IN (SELECT app.person_id FROM second_factors app WHERE app.confirmed_at IS NOT NULL)')
      .andWhere(personId === undefined ? '1 = 1' : 'person_id = :personId', { personId })
      .execute();
  }

  /** Gives their roles back to open sign-ins that waited for a second factor; for when the partnership asks for none. */
  async liftLimits(): Promise<void> {
    await this.database
      .repo(SignInEntity)
      .update({ limitedTo: 'second-factor', endedAt: IsNull() }, { limitedTo: null });
  }

  /** Whether this person may not do without a second factor: by their roles, where the partnership asks for it. */
  async isFactorRequired(personId: string): Promise<boolean> {
    if (!(await this.settings.read(REQUIRE_SECOND_FACTOR.name, REQUIRE_SECOND_FACTOR.usual))) return false;
    return needsSecondFactor(await this.rolesOf(personId));
  }

  private async open(personId: string): Promise<FindOptionsWhere<SignInEntity>> {
    const { idleMs, absoluteMs } = await this.times.read();
    const now = Date.now();
    return {
      personId,
      endedAt: IsNull(),
      lastSeenAt: MoreThan(new Date(now - idleMs)),
      startedAt: MoreThan(new Date(now - absoluteMs)),
    };
  }

  private async mustEnrol(personId: string): Promise<boolean> {
    if (!(await this.isFactorRequired(personId))) return false;
    return !(await this.database.repo(SecondFactorEntity).existsBy({ personId, confirmedAt: Not(IsNull()) }));
  }

  private async rolesOf(personId: string): Promise<Role[]> {
    const grants = await this.database.repo(RoleGrantEntity).findBy({ personId });
    return grants.map((grant) => grant.role);
  }
}
