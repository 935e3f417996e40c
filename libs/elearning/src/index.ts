export * from './attempt.entity';
export * from './attempts.service';
export * from './completion.dto';
export * from './completion.entity';
export * from './completions.queries';
export {
  type AttendanceFacts,
  type CompletionSnapshot,
  CompletionsService,
  type ValidCompletions,
} from './completions.service';
export * from './elearning.module';
export * from './guidance/attendance-records.queries';
export * from './guidance/completion-edition.entity';
export * from './guidance/guidance-document.entity';
export * from './guidance/guidance-edition.entity';
export * from './guidance/guidance.dto';
export * from './guidance/guidance.service';
export * from './guidance/last-trained.queries';
export * from './guidance/taught-edition.entity';
export * from './module.dto';
export * from './module.entity';
export * from './module.view';
export * from './modules.queries';
export * from './modules.service';
