import { Injectable } from '@nestjs/common';
import { found } from '@roundtable/platform';
import { InventedEvaluations } from './invented-evaluations';
import { InventedForms } from './invented-forms';
import { InventedReaders } from './invented-readers';
import { InventedTexts } from './invented-texts';

/** The course whose latest event took words, too. */
const WITH_WORDS = 'PREV';

/** What was said of past events, by whom it is read, and what was published of it; all of it invented. */
@Injectable()
export class EvaluationSide {
  constructor(
    private readonly forms: InventedForms,
    private readonly evaluations: InventedEvaluations,
    private readonly texts: InventedTexts,
    private readonly readers: InventedReaders,
  ) {}

  async make(): Promise<void> {
    const questions = await this.forms.make();
    const answered = await this.evaluations.make(questions);
    await this.texts.nameReaders();
    await this.texts.write(found(questions.differently.get(WITH_WORDS)), answered);
    await this.readers.publish();
    await this.readers.subscribe();
  }
}
