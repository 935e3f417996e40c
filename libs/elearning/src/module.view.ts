import { type ModuleView, paths } from '@roundtable/contracts';
import type { ModuleEntity, ModuleSection } from './module.entity';

/** A question as a learner sees it: without the right answer. */
export interface CheckQuestionView {
  id: string;
  wording: string;
  options: { id: string; wording: string }[];
}

export interface ModuleDetailView extends ModuleView {
  sections: ModuleSection[];
  questions: CheckQuestionView[];
}

export function moduleView(module: ModuleEntity): ModuleView {
  return {
    id: module.id,
    slug: module.slug,
    title: module.title,
    summary: module.summary,
    minutes: module.minutes,
    edition: module.edition,
    passMarkPercent: module.passMarkPercent,
    url: paths.module({ slug: module.slug }),
  };
}

export function moduleDetailView(module: ModuleEntity): ModuleDetailView {
  return {
    ...moduleView(module),
    sections: module.sections.map(({ heading, paragraphs }) => ({ heading, paragraphs })),
    questions: module.questions.map(({ id, wording, options }) => ({
      id,
      wording,
      options: options.map((option) => ({ id: option.id, wording: option.wording })),
    })),
  };
}
