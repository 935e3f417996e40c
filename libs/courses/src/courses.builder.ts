import {
  AgenciesService,
  AgencyDomainEntity,
  AgencyDomains,
  AgencyEntity,
  AgencyGroupEntity,
  SectorEntity,
  SectorsService,
} from '@roundtable/agencies';
import {
  AttemptEntity,
  CompletionEntity,
  CompletionsService,
  ModuleEntity,
  ModulesService,
} from '@roundtable/elearning';
import { MembershipEntity, PeopleService, PersonEntity } from '@roundtable/people';
import { Audit, AuditEntryEntity, Imports, SYSTEM, newId } from '@roundtable/platform';
import type { ImportResult } from '@roundtable/contracts';
import type { World } from '@roundtable/schema/testing';
import { CoursePrerequisiteEntity } from './course-prerequisite.entity';
import { CourseEntity } from './course.entity';
import { CoursesImporter } from './courses.importer';
import { CourseQueries } from './courses.queries';
import { CoursesService } from './courses.service';
import { LearningSourceEntity } from './learning-source.entity';
import { OutcomeStatementEntity } from './outcome-statement.entity';
import { OutcomeStatementsService } from './outcome-statements.service';
import { PrerequisitesService } from './prerequisites.service';

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
  CourseEntity,
  CoursePrerequisiteEntity,
  OutcomeStatementEntity,
  LearningSourceEntity,
];

/** The services of this library on a test's database. */
export class CoursesWorld {
  readonly audit = new Audit(this.world.database, this.world.clock);
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
  readonly statements = new OutcomeStatementsService(this.world.database, this.world.clock);
  readonly prerequisites = new PrerequisitesService(this.world.database, this.modules, this.completions);
  readonly queries = new CourseQueries(this.world.database, this.prerequisites, this.statements);
  readonly courses = new CoursesService(
    this.world.database,
    this.world.clock,
    this.audit,
    this.queries,
    this.statements,
    this.prerequisites,
    this.sectors,
  );
  readonly imports = new Imports(this.world.database, this.audit);

  constructor(readonly world: World) {}

  async begin(): Promise<void> {
    await this.modules.seed(false);
    this.imports.register(new CoursesImporter(this.world.database, this.world.clock, this.modules, this.statements));
  }

  async person(): Promise<string> {
    const id = newId();
    const facts = { id, name: 'Ana Perez', nameKey: 'ana perez', email: null, area: null, isDemonstration: false };
    await this.world.database.repo(PersonEntity).insert({ ...facts, createdAt: this.world.clock.now() });
    return id;
  }

  async takeIn(sheet: string, dryRun = false): Promise<ImportResult> {
    const options = { actor: SYSTEM, period: null, isDemonstration: false, dryRun };
    return this.imports.run('courses', Buffer.from(sheet), options);
  }
}
