import {
  AgenciesService,
  AgencyDomainEntity,
  AgencyDomains,
  AgencyEntity,
  AgencyGroupEntity,
  SectorEntity,
  SectorsService,
} from '@roundtable/agencies';
import type { Role } from '@roundtable/contracts';
import { MembershipEntity, PeopleService, PersonEntity } from '@roundtable/people';
import { type Actor, Audit, AuditEntryEntity, SYSTEM, VISITOR, newId } from '@roundtable/platform';
import type { World } from '@roundtable/schema/testing';
import { AttemptEntity } from './attempt.entity';
import { AttemptsService } from './attempts.service';
import { CompletionEntity } from './completion.entity';
import { CompletionQueries } from './completions.queries';
import { CompletionsService } from './completions.service';
import { CompletionEditionEntity } from './guidance/completion-edition.entity';
import { GuidanceDocumentEntity } from './guidance/guidance-document.entity';
import { GuidanceEditionEntity } from './guidance/guidance-edition.entity';
import { TaughtEditionEntity } from './guidance/taught-edition.entity';
import { ModuleEntity } from './module.entity';
import { ModulesService } from './modules.service';

/** The tables that tests of this library touch. */
export const ENTITIES = [
  AuditEntryEntity,
  SectorEntity,
  AgencyGroupEntity,
  AgencyEntity,
  AgencyDomainEntity,
  PersonEntity,
  MembershipEntity,
  ModuleEntity,
  AttemptEntity,
  CompletionEntity,
  GuidanceDocumentEntity,
  GuidanceEditionEntity,
  TaughtEditionEntity,
  CompletionEditionEntity,
];

export const MANAGING_ALLEGATIONS = 'managing-allegations-and-concerns';

/** The services of this library on a test's database, with what it takes to have people in it. */
export class ElearningWorld {
  private readonly audit = new Audit(this.world.database, this.world.clock);
  readonly sectors = new SectorsService(this.world.database);
  readonly agencies = new AgenciesService(
    this.world.database,
    this.world.clock,
    this.audit,
    this.sectors,
    new AgencyDomains(this.world.database),
  );
  readonly people = new PeopleService(this.world.database, this.world.clock);
  readonly modules = new ModulesService(this.world.database, this.world.clock);
  readonly completions = new CompletionsService(this.world.database, this.world.clock, this.people);
  readonly attempts = new AttemptsService(this.world.database, this.world.clock, this.modules, this.completions);
  readonly completionQueries = new CompletionQueries(this.world.database);

  constructor(readonly world: World) {}

  async begin(): Promise<void> {
    await this.sectors.seed();
    await this.modules.seed(false);
  }

  async agency(name: string): Promise<string> {
    return (await this.agencies.create(SYSTEM, { name, sector: 'police' })).id;
  }

  async person(agencyId: string | null = null): Promise<string> {
    const id = newId();
    const facts = { id, name: 'Ana Perez', nameKey: 'ana perez', email: null, area: 'city' as const };
    await this.world.database
      .repo(PersonEntity)
      .insert({ ...facts, isDemonstration: false, createdAt: this.world.clock.now() });
    if (agencyId) await this.people.join(id, agencyId, 'Officer');
    return id;
  }
}

/** Somebody with these roles. */
export function actorWith(facts: Partial<Actor> & { roles: Role[] }): Actor {
  return { ...VISITOR, via: 'session', ...facts };
}

/** The right answers to a module, but for these. */
export function answersTo(module: ModuleEntity, wrong: string[] = []): Record<string, string> {
  return Object.fromEntries(
    module.questions.map(({ id, options, rightOptionId }) => [
      id,
      wrong.includes(id) ? (options.find((option) => option.id !== rightOptionId)?.id ?? '') : rightOptionId,
    ]),
  );
}
