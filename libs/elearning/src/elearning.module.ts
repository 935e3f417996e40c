import { Module } from '@nestjs/common';
import { PeopleModule } from '@roundtable/people';
import { AttemptsService } from './attempts.service';
import { CompletionsController } from './completions.controller';
import { CompletionQueries } from './completions.queries';
import { CompletionsService } from './completions.service';
import { ModulesController } from './modules.controller';
import { ModuleQueries } from './modules.queries';
import { ModulesService } from './modules.service';

@Module({
  imports: [PeopleModule],
  controllers: [ModulesController, CompletionsController],
  providers: [ModulesService, ModuleQueries, AttemptsService, CompletionsService, CompletionQueries],
  exports: [ModulesService, ModuleQueries, AttemptsService, CompletionsService, CompletionQueries],
})
export class ElearningModule {}
