import { AgenciesModule } from '@roundtable/agencies';
import { PeopleModule } from '@roundtable/people';
import { Module, type OnModuleInit } from '@nestjs/common';
import { CoursesModule } from '@roundtable/courses';
import { BookingsModule } from '@roundtable/bookings';
import { ElearningModule } from '@roundtable/elearning';
import { EventsModule } from '@roundtable/events';
import { Database, DeclaredSettings, Imports, Jobs, Merges, Outbox, Retention, Wordings } from '@roundtable/platform';
import { AnswersExportQueries } from './answers-export/answers-export.queries';
import { BookingEvaluationsController } from './booking-evaluations.controller';
import { EventEvaluationController } from './event-evaluation.controller';
import { EventEvaluationQueries } from './event-evaluation.queries';
import { WhoAnsweredQueries } from './who-answered.queries';
import { AnswerDraftsService } from './answering/answer-drafts.service';
import { KeptAnswers } from './answering/kept-answers.service';
import { CarriedAnswersService } from './carried-answers.service';
import { CertificateMails } from './certificate-mails.service';
import { CertificateNews } from './certificate-news.queries';
import { CERTIFICATE_READY, CERTIFICATE_WITHDRAWN } from './certificate.templates';
import { CertificatesController } from './certificates.controller';
import { CertificatesService } from './certificates.service';
import { DelegateClocks } from './delegate-clocks.service';
import { ArrivingTexts } from './disclosures/arriving-texts.service';
import { QuoteConsentsController, QuotesController } from './disclosures/quotes.controller';
import { QuotesQueries } from './disclosures/quotes.queries';
import { QuotesService } from './disclosures/quotes.service';
import { ReleasedTexts } from './disclosures/released-texts.queries';
import { TextDecisionLog } from './disclosures/text-decision-log.queries';
import { TextListQueries } from './disclosures/text-list.queries';
import { TEXTS_OVERDUE, TEXT_TO_READ } from './disclosures/text-mails';
import { TextReadingService } from './disclosures/text-reading.service';
import { TextsAbout } from './disclosures/texts-about.queries';
import {
  EvaluationTextsController,
  ReleasedTextsController,
  TextDecisionsController,
} from './disclosures/texts.controller';
import { ToldPeople } from './disclosures/told-people.service';
import { DemonstrationResponses } from './demonstration-responses.service';
import { DemonstrationTexts } from './demonstration-texts.service';
import { AnswerCellsQueries } from './cuts/answer-cells.queries';
import { ReportCutsQueries } from './cuts/report-cuts.queries';
import { ReportEventQueries } from './cuts/report-events.queries';
import { ReleaseService } from './publication/release.service';
import { ReleasedGroupsQueries } from './publication/released-groups.queries';
import { ReleasedPeople } from './publication/released-people.service';
import { YearAttendancesQueries } from './publication/year-attendances.queries';
import { EvaluationFormQueries } from './evaluation-form.queries';
import { EvaluationStates } from './evaluation-states.queries';
import { EvaluationSheetLookup } from './evaluation-sheet.lookup';
import { EvaluationsController } from './evaluations.controller';
import { EvaluationsImporter } from './evaluations.importer';
import { EvaluationsService } from './evaluations.service';
import { CourseFormController } from './forms/course-form.controller';
import { CourseFormQueries } from './forms/course-form.queries';
import { FormBuildingService } from './forms/form-building.service';
import { StandingQuestionsController } from './forms/standing-questions.controller';
import { StandingQuestionsService } from './forms/standing-questions.service';
import { FormsQueries } from './forms/forms.queries';
import { QuestionFiguresQueries } from './question-figures/question-figures.queries';
import { StandingOverTimeQueries } from './question-figures/standing-over-time.queries';
import { FRONT_DOOR } from './front-door.setting';
import { ImportedAnswers } from './imported-answers';
import { OwnAnswers } from './own-answers.queries';
import { evaluationRules } from './retention-rules';
import { FormLinks } from './form-links.service';
import { OwedForms } from './owed/owed-forms.queries';
import { OwedMails } from './owed/owed-mails.service';
import { OWED_TEMPLATES } from './owed/owed.templates';
import { DueManagers } from './manager/due-managers.queries';
import { LineManagerMails } from './manager/line-manager-mails.service';
import { LineManagerQueries } from './manager/line-manager.queries';
import { MANAGER_TEMPLATES } from './manager/line-manager.templates';
import { LineManagers } from './manager/line-managers.service';
import { ManagerAnswers } from './manager/manager-answers.service';
import { ManagersPersonalData } from './manager/managers-personal-data.service';
import { ManagerQuestionsController } from './manager/manager-questions.controller';
import { lineManagerRule } from './manager/line-manager-retention';
import { EvaluationsMerge } from './evaluations-merge';
import { PaperController } from './paper/paper.controller';
import { PaperService } from './paper/paper.service';
import { AnsweringRoomController } from './room/answering-room.controller';
import { AnsweringRoomsService } from './room/answering-rooms.service';
import { RoomAccess } from './room/room-access';
import { RoomAnswersService } from './room/room-answers.service';
import { EvaluationsPersonalData } from './personal-data';
import { ForgottenResponses } from './forgotten-responses.service';
import { KnowledgeGainQueries } from './knowledge-gain.queries';
import { StageFiguresQueries } from './stages/stage-figures.queries';

@Module({
  imports: [AgenciesModule, BookingsModule, CoursesModule, ElearningModule, EventsModule, PeopleModule],
  controllers: [
    EvaluationsController,
    BookingEvaluationsController,
    EventEvaluationController,
    CertificatesController,
    CourseFormController,
    StandingQuestionsController,
    ManagerQuestionsController,
    PaperController,
    AnsweringRoomController,
    EvaluationTextsController,
    TextDecisionsController,
    ReleasedTextsController,
    QuotesController,
    QuoteConsentsController,
  ],
  providers: [
    ArrivingTexts,
    QuotesQueries,
    QuotesService,
    ReleasedTexts,
    TextDecisionLog,
    TextListQueries,
    TextReadingService,
    TextsAbout,
    ToldPeople,
    FormsQueries,
    CourseFormQueries,
    FormBuildingService,
    StandingQuestionsService,
    QuestionFiguresQueries,
    StandingOverTimeQueries,
    KeptAnswers,
    OwnAnswers,
    AnswerDraftsService,
    PaperService,
    RoomAccess,
    AnsweringRoomsService,
    RoomAnswersService,
    EvaluationFormQueries,
    EvaluationsService,
    EvaluationsMerge,
    EvaluationStates,
    EventEvaluationQueries,
    WhoAnsweredQueries,
    DelegateClocks,
    FormLinks,
    OwedForms,
    OwedMails,
    DueManagers,
    LineManagerMails,
    LineManagerQueries,
    LineManagers,
    ManagerAnswers,
    ManagersPersonalData,
    CarriedAnswersService,
    CertificatesService,
    CertificateNews,
    CertificateMails,
    KnowledgeGainQueries,
    StageFiguresQueries,
    AnswerCellsQueries,
    ReportEventQueries,
    ReportCutsQueries,
    ReleaseService,
    ReleasedGroupsQueries,
    ReleasedPeople,
    YearAttendancesQueries,
    AnswersExportQueries,
    DemonstrationResponses,
    DemonstrationTexts,
    EvaluationSheetLookup,
    ImportedAnswers,
    EvaluationsImporter,
    ForgottenResponses,
    EvaluationsPersonalData,
  ],
  exports: [
    QuotesQueries,
    QuotesService,
    AnsweringRoomsService,
    RoomAnswersService,
    PaperService,
    AnswerDraftsService,
    CourseFormQueries,
    FormsQueries,
    QuestionFiguresQueries,
    StandingOverTimeQueries,
    EvaluationsService,
    EvaluationStates,
    FormLinks,
    ManagerAnswers,
    CertificatesService,
    KnowledgeGainQueries,
    StageFiguresQueries,
    ReportCutsQueries,
    ReportEventQueries,
    ReleaseService,
    ReleasedGroupsQueries,
    ReleasedPeople,
    AnswersExportQueries,
    DemonstrationResponses,
    DemonstrationTexts,
    FormBuildingService,
    StandingQuestionsService,
  ],
})
export class EvaluationsModule implements OnModuleInit {
  constructor(
    private readonly imports: Imports,
    private readonly jobs: Jobs,
    private readonly importer: EvaluationsImporter,
    private readonly owed: OwedMails,
    private readonly certificates: CertificateMails,
    private readonly carried: CarriedAnswersService,
    private readonly merges: Merges,
    private readonly merge: EvaluationsMerge,
    private readonly settings: DeclaredSettings,
    private readonly wordings: Wordings,
    private readonly retention: Retention,
    private readonly database: Database,
    private readonly arriving: ArrivingTexts,
    private readonly releases: ReleaseService,
    private readonly managers: LineManagerMails,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.settings.declare(FRONT_DOOR);
    this.wordings.declare([
      ...OWED_TEMPLATES,
      ...MANAGER_TEMPLATES,
      CERTIFICATE_READY,
      CERTIFICATE_WITHDRAWN,
      TEXT_TO_READ,
      TEXTS_OVERDUE,
    ]);
    this.imports.register(this.importer);
    this.merges.register(this.merge);
    for (const rule of evaluationRules(this.database)) this.retention.register(rule);
    this.retention.register(lineManagerRule(this.database, this.outbox));
    this.jobs.register({ name: 'evaluations.overdue-texts', everySeconds: 60, run: () => this.arriving.tellManager() });
    this.jobs.register({ name: 'evaluations.carry-before', everySeconds: 60, run: () => this.carried.carry() });
    // People are still in the room when this one opens, so it is not left to the next quarter of an hour.
    this.jobs.register({ name: 'evaluations.invite-after', everySeconds: 60, run: () => this.owed.ask(['after']) });
    this.jobs.register({ name: 'evaluations.ask-owed', everySeconds: 900, run: () => this.owed.ask() });
    this.jobs.register({ name: 'evaluations.ask-managers', everySeconds: 900, run: () => this.managers.ask() });
    this.jobs.register({ name: 'evaluations.certificates', everySeconds: 300, run: () => this.certificates.tell() });
    this.jobs.register({ name: 'evaluations.release', everySeconds: 3600, run: () => this.releases.release() });
  }
}
