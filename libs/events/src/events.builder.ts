import {
  AgencyDomainEntity,
  AgencyEntity,
  AgencyGroupEntity,
  SectorEntity,
  SectorsService,
} from '@roundtable/agencies';
import type { ImportResult, NewEvent } from '@roundtable/contracts';
import {
  CourseAddressEntity,
  CourseAddresses,
  CourseAlternativeEntity,
  CourseDetails,
  CourseEntity,
  CourseFeeEntity,
  CourseLearningSourceEntity,
  CoursePartsService,
  CoursePrerequisiteEntity,
  CourseQueries,
  CourseStages,
  CourseTermsService,
  CourseTopicEntity,
  CourseTopics,
  CourseValidities,
  CourseValidityEntity,
  CoursesService,
  LearningSourceEntity,
  LearningSourcesService,
  OutcomeStatementEntity,
  OutcomeStatementsService,
  PrerequisitesService,
} from '@roundtable/courses';
import {
  AttemptEntity,
  CompletionEditionEntity,
  CompletionEntity,
  CompletionsService,
  GuidanceDocumentEntity,
  GuidanceEditionEntity,
  GuidanceService,
  ModuleEntity,
  ModulesService,
  TaughtEditionEntity,
} from '@roundtable/elearning';
import { MembershipEntity, PeopleService, PersonEntity } from '@roundtable/people';
import { Audit, AuditEntryEntity, Imports, SYSTEM, SettingEntity, Settings } from '@roundtable/platform';
import type { World } from '@roundtable/schema/testing';
import { AgendaItemEntity } from './agenda/agenda-item.entity';
import { AgendaService } from './agenda/agenda.service';
import { EventFeeEntity } from './event-fee.entity';
import { EventSessionEntity } from './event-session.entity';
import { EventTermsService } from './event-terms.service';
import { EventEntity } from './event.entity';
import { EventQueries } from './events.queries';
import { EventsService } from './events.service';
import { KeptPlacesEntity } from './kept-places.entity';
import { ProgrammeImporter } from './programme.importer';
import { CopiesService } from './repeating/copies.service';
import { SessionsService } from './sessions.service';
import { ExpectedMixEntity } from './terms/expected-mix.entity';
import { EventTrainerEntity } from './trainers/event-trainer.entity';
import { TrainerEntity } from './trainers/trainer.entity';
import { EventSupportersEntity } from './venues/event-supporters.entity';
import { RoomService } from './venues/room.service';
import { VenueEntity } from './venues/venue.entity';
import { VenuesService } from './venues/venues.service';

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
  CourseFeeEntity,
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
  VenueEntity,
  EventEntity,
  EventSessionEntity,
  EventFeeEntity,
  KeptPlacesEntity,
  ExpectedMixEntity,
  AgendaItemEntity,
  TrainerEntity,
  EventTrainerEntity,
  EventSupportersEntity,
];

/** The services of this library on a test's database. */
export class EventsWorld {
  readonly queries = new EventQueries(this.world.database, this.world.clock);
  readonly courses: CoursesService;
  readonly stages: CourseStages;
  readonly events: EventsService;
  readonly copies: CopiesService;
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
    const topics = new CourseTopics(database);
    const guidance = new GuidanceService(database, clock, audit);
    const validities = new CourseValidities(database, new Settings(database, clock), this.sectors);
    const sources = new LearningSourcesService(database, clock, audit);
    const addresses = new CourseAddresses(database, clock);
    const details = new CourseDetails(database, topics, validities, sources, guidance);
    const courses = new CourseQueries(database, prerequisites, statements, details, addresses);
    const parts = new CoursePartsService(statements, prerequisites, topics, validities, sources, guidance);
    const sessions = new SessionsService(database);
    const terms = new EventTermsService(database, this.sectors, new CourseTermsService(database, audit, courses));
    this.courses = new CoursesService(database, clock, audit, courses, parts, addresses, this.sectors);
    this.stages = new CourseStages(database, audit, courses);
    const room = new RoomService(database, audit);
    this.events = new EventsService(database, clock, audit, courses, sessions, terms, room);
    this.copies = new CopiesService(
      database,
      clock,
      audit,
      sessions,
      terms,
      new AgendaService(database, audit, this.queries, sessions),
    );
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
    await this.stages.publish(SYSTEM, id);
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
