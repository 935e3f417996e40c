import { Module, type OnModuleInit } from '@nestjs/common';
import { PeopleModule } from '@roundtable/people';
import { Merges } from '@roundtable/platform';
import { AttemptsService } from './attempts.service';
import { CompletionsController } from './completions.controller';
import { CompletionQueries } from './completions.queries';
import { CompletionsService } from './completions.service';
import { ElearningMerge } from './elearning-merge';
import { GuidanceService } from './guidance/guidance.service';
import { AttendanceRecords } from './guidance/attendance-records.queries';
import { LastTrainedQueries } from './guidance/last-trained.queries';
import { ModulesController } from './modules.controller';
import { ModuleQueries } from './modules.queries';
import { ModulesService } from './modules.service';
import { ElearningPersonalData } from './personal-data';

@Module({
  imports: [PeopleModule],
  controllers: [ModulesController, CompletionsController],
  providers: [
    ModulesService,
    ModuleQueries,
    AttemptsService,
    CompletionsService,
    CompletionQueries,
    GuidanceService,
    LastTrainedQueries,
    AttendanceRecords,
    ElearningMerge,
    ElearningPersonalData,
  ],
  exports: [
    ModulesService,
    ModuleQueries,
    AttemptsService,
    CompletionsService,
    CompletionQueries,
    GuidanceService,
    LastTrainedQueries,
    AttendanceRecords,
  ],
})
export class ElearningModule implements OnModuleInit {
  constructor(
    private readonly merges: Merges,
    private readonly merge: ElearningMerge,
  ) {}

  onModuleInit(): void {
    this.merges.register(this.merge);
  }
}
