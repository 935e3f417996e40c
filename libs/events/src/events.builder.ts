import {
  AgencyDomainEntity,
  AgencyEntity,
  AgencyGroupEntity,
  SectorEntity,
  SectorsService,
} from '@roundtable/agencies';
import type { ImportResult, NewEvent } from '@roundtable/contracts';
import {
  CourseEntity,
  CoursePrerequisiteEntity,
  CourseQueries,
  CoursesService,
  LearningSourceEntity,
  OutcomeStatementEntity,
  OutcomeStatementsService,
  PrerequisitesService,
} from '@roundtable/courses';
import {
  AttemptEntity,
  CompletionEntity,
  CompletionsService,
  ModuleEntity,
  ModulesService,
} from '@roundtable/elearning';
import { MembershipEntity, PeopleService, PersonEntity } from '@roundtable/people';
import { Audit, AuditEntryEntity, Imports, SYSTEM } from '@roundtable/platform';
import type { World } from '@roundtable/schema/testing';
import { EventFeeEntity } from './event-fee.entity';
import { EventSessionEntity } from './event-session.entity';
import { EventTermsService } from './event-terms.service';
import { EventEntity } from './event.entity';
import { EventQueries } from './events.queries';
import { EventsService } from './events.service';
import { KeptPlacesEntity } from './kept-places.entity';
import { ProgrammeImporter } from './programme.importer';
import { SessionsService } from './sessions.service';
import { VenueEntity } from './venue.entity';
import { VenuesService } from './venues.service';

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
  VenueEntity,
  EventEntity,
  EventSessionEntity,
  EventFeeEntity,
  KeptPlacesEntity,
];

/** The services of this library on a test's database. */
export class EventsWorld {
  readonly queries = new EventQueries(this.world.database, this.world.clock);
  readonly courses: CoursesService;
  readonly events: EventsService;
  readonly venues: VenuesService;
  readonly imports: Imports;
  private readonly sectors = new SectorsService(this.world.database);

  constructor(readonly world: World) {
    const { database, clock } = world;
    const audit = new Audit(database, clock);
    const people = new PeopleService(database, clock);
    const completions = new CompletionsService(database, clock, people);
    const prerequisites = new PrerequisitesService(database, new ModulesService(database, clock), completions);
    const statements = new OutcomeStatementsService(database, clock);
    const courses = new CourseQueries(database, prerequisites, statements);
    const sessions = new SessionsService(database);
    const terms = new EventTermsService(database, this.sectors);
    this.courses = new CoursesService(database, clock, audit, courses, statements, prerequisites, this.sectors);
    this.events = new EventsService(database, clock, audit, courses, sessions, terms);
    this.venues = new VenuesService(database, clock, audit);
    this.imports = new Imports(database, audit);
    this.imports.register(new ProgrammeImporter(database, clock, courses, this.venues, sessions, terms));
  }

  async begin(): Promise<void> {
    await this.sectors.seed();
  }

  /** A published course; its id. */
  async course(title: string, more: { code?: string; topic?: string } = {}): Promise<string> {
    const { id } = await this.courses.create(SYSTEM, { title, summary: 'What it is', ...more });
    await this.courses.publish(SYSTEM, id);
    return id;
  }

  /** A draft of one session on 20 May 2026. */
  async event(wanted: Partial<NewEvent> & { courseId: string }): Promise<EventEntity> {
    const sessions = [{ startsAt: '2026-05-20T08:30:00Z', endsAt: '2026-05-20T11:30:00Z' }];
    return this.events.create(SYSTEM, { capacity: 20, delivery: 'online', sessions, ...wanted });
  }

  async takeIn(sheet: string): Promise<ImportResult> {
    const options = { actor: SYSTEM, period: null, isDemonstration: false, dryRun: false };
    return this.imports.run('programme', Buffer.from(sheet), options);
  }
}
