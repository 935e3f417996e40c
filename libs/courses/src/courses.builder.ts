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
  CompletionEditionEntity,
  CompletionsService,
  GuidanceDocumentEntity,
  GuidanceEditionEntity,
  GuidanceService,
  ModuleEntity,
  ModulesService,
  TaughtEditionEntity,
} from '@roundtable/elearning';
import { MembershipEntity, PeopleService, PersonEntity } from '@roundtable/people';
import { Audit, AuditEntryEntity, Imports, SYSTEM, SettingEntity, Settings, newId } from '@roundtable/platform';
import type { ImportResult } from '@roundtable/contracts';
import type { World } from '@roundtable/schema/testing';
import { CourseAddressEntity } from './course-address.entity';
import { CourseAddresses } from './course-addresses.service';
import { CourseAlternativeEntity } from './course-alternative.entity';
import { CourseDetails } from './course-details.queries';
import { CourseLearningSourceEntity } from './course-learning-source.entity';
import { CoursePartsService } from './course-parts.service';
import { CoursePrerequisiteEntity } from './course-prerequisite.entity';
import { CourseSheetLists } from './course-sheet-lists';
import { CourseStages } from './course-stages.service';
import { CourseTopicEntity } from './course-topic.entity';
import { CourseTopics } from './course-topics.service';
import { CourseValidities } from './course-validities.service';
import { CourseValidityEntity } from './course-validity.entity';
import { CourseEntity } from './course.entity';
import { CoursesImporter } from './courses.importer';
import { CourseQueries } from './courses.queries';
import { CoursesService } from './courses.service';
import { LearningSourceEntity } from './learning-source.entity';
import { LearningSourcesService } from './learning-sources.service';
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
  CourseLearningSourceEntity,
  CourseTopicEntity,
  CourseValidityEntity,
  CourseAddressEntity,
  CourseAlternativeEntity,
  GuidanceDocumentEntity,
  GuidanceEditionEntity,
  TaughtEditionEntity,
  CompletionEditionEntity,
  SettingEntity,
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
  private readonly guidance = new GuidanceService(this.world.database, this.world.clock, this.audit);
  private readonly settings = new Settings(this.world.database, this.world.clock);
  private readonly topics = new CourseTopics(this.world.database);
  readonly validities = new CourseValidities(this.world.database, this.settings, this.sectors);
  readonly sources = new LearningSourcesService(this.world.database, this.world.clock, this.audit);
  private readonly addresses = new CourseAddresses(this.world.database, this.world.clock);
  private readonly details = new CourseDetails(
    this.world.database,
    this.topics,
    this.validities,
    this.sources,
    this.guidance,
  );
  readonly queries = new CourseQueries(
    this.world.database,
    this.prerequisites,
    this.statements,
    this.details,
    this.addresses,
  );
  private readonly parts = new CoursePartsService(
    this.statements,
    this.prerequisites,
    this.topics,
    this.validities,
    this.sources,
    this.guidance,
  );
  readonly stages = new CourseStages(this.world.database, this.audit, this.queries);
  readonly courses = new CoursesService(
    this.world.database,
    this.world.clock,
    this.audit,
    this.queries,
    this.parts,
    this.addresses,
    this.sectors,
  );
  readonly imports = new Imports(this.world.database, this.audit);

  constructor(readonly world: World) {}

  async begin(): Promise<void> {
    await this.modules.seed(false);
    const { database, clock } = this.world;
    const lists = new CourseSheetLists(database, this.topics, this.sources);
    this.imports.register(new CoursesImporter(database, clock, this.modules, this.statements, this.addresses, lists));
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
