import { Injectable } from '@nestjs/common';
import type { AttemptView, NewAttempt } from '@roundtable/contracts';
import { type Actor, Clock, Database, Problem, invalid, newId } from '@roundtable/platform';
import { answerErrors, grade } from './attempt-rules';
import { AttemptEntity } from './attempt.entity';
import { attemptView } from './attempt.view';
import { CompletionsService } from './completions.service';
import { ModulesService } from './modules.service';

/** Tries at a module's knowledge check. */
@Injectable()
export class AttemptsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly modules: ModulesService,
    private readonly completions: CompletionsService,
  ) {}

  /**
   * Grades one try, and completes the module where it passed. A failed try is an outcome, not a refusal. Refused: a
   * module that is not there, a question without an answer, and an answer that is none of the question's.
   */
  async attempt(actor: Actor, moduleId: string, wanted: NewAttempt): Promise<AttemptView> {
    const { personId } = actor;
    if (personId === null) throw new Problem('people.not-signed-in');
    const module = await this.modules.byId(actor, moduleId);
    const errors = answerErrors(module.questions, wanted.answers);
    if (Object.keys(errors).length) throw invalid(errors);
    const { scorePercent, hasPassed, wrongQuestionIds } = grade(
      module.questions,
      module.passMarkPercent,
      wanted.answers,
    );
    return this.database.transaction(async () => {
      const attempts = this.database.repo(AttemptEntity);
      const attempt = attempts.create({
        id: newId(),
        personId,
        moduleId: module.id,
        scorePercent,
        hasPassed,
        at: this.clock.now(),
      });
      await attempts.insert(attempt);
      const completion = hasPassed ? await this.completions.completeModule(personId, module) : null;
      return attemptView(attempt, completion?.id ?? null, wrongQuestionIds);
    });
  }
}
