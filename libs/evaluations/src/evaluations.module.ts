import { AgenciesModule } from '@roundtable/agencies';
import { Module, type OnModuleInit } from '@nestjs/common';
import { CoursesModule } from '@roundtable/courses';
import { BookingsModule } from '@roundtable/bookings';
import { ElearningModule } from '@roundtable/elearning';
import { EventsModule } from '@roundtable/events';
import { DeclaredSettings, Imports, Jobs, Merges, Wordings } from '@roundtable/platform';
import { AnswersExportQueries } from './answers-export/answers-export.queries';
import { BookingEvaluationsController } from './booking-evaluations.controller';
import { EventEvaluationController } from './event-evaluation.controller';
import { EventEvaluationQueries } from './event-evaluation.queries';
import { CarriedAnswersService } from './carried-answers.service';
import { CertificatesController } from './certificates.controller';
import { CertificatesService } from './certificates.service';
import { DemonstrationResponses } from './demonstration-responses.service';
import { AFTER } from './evaluation.mails';
import { EvaluationFormQueries } from './evaluation-form.queries';
import { EvaluationStates } from './evaluation-states.queries';
import { EvaluationSheetLookup } from './evaluation-sheet.lookup';
import { EvaluationsController } from './evaluations.controller';
import { EvaluationsImporter } from './evaluations.importer';
import { EvaluationsService } from './evaluations.service';
import { FRONT_DOOR } from './front-door.setting';
import { ImportedAnswers } from './imported-answers';
import { InvitationsService } from './invitations.service';
import { EvaluationsMerge } from './evaluations-merge';
import { EvaluationsPersonalData } from './personal-data';
import { ForgottenResponses } from './forgotten-responses.service';
import { KnowledgeGainQueries } from './knowledge-gain.queries';

@Module({
  imports: [AgenciesModule, BookingsModule, CoursesModule, ElearningModule, EventsModule],
  controllers: [EvaluationsController, BookingEvaluationsController, EventEvaluationController, CertificatesController],
  providers: [
    EvaluationFormQueries,
    EvaluationsService,
    EvaluationsMerge,
    EvaluationStates,
    EventEvaluationQueries,
    InvitationsService,
    CarriedAnswersService,
    CertificatesService,
    KnowledgeGainQueries,
    AnswersExportQueries,
    DemonstrationResponses,
    EvaluationSheetLookup,
    ImportedAnswers,
    EvaluationsImporter,
    ForgottenResponses,
    EvaluationsPersonalData,
  ],
  exports: [
    EvaluationsService,
    EvaluationStates,
    InvitationsService,
    CertificatesService,
    KnowledgeGainQueries,
    AnswersExportQueries,
    DemonstrationResponses,
  ],
})
export class EvaluationsModule implements OnModuleInit {
  constructor(
    private readonly imports: Imports,
    private readonly jobs: Jobs,
    private readonly importer: EvaluationsImporter,
    private readonly invitations: InvitationsService,
    private readonly carried: CarriedAnswersService,
    private readonly merges: Merges,
    private readonly merge: EvaluationsMerge,
    private readonly settings: DeclaredSettings,
    private readonly wordings: Wordings,
  ) {}

  onModuleInit(): void {
    this.settings.declare(FRONT_DOOR);
    this.wordings.declare([AFTER]);
    this.imports.register(this.importer);
    this.merges.register(this.merge);
    this.jobs.register({ name: 'evaluations.carry-before', everySeconds: 60, run: () => this.carried.carry() });
    this.jobs.register({
      name: 'evaluations.invite-after',
      everySeconds: 60,
      run: () => this.invitations.inviteAfter(),
    });
  }
}
