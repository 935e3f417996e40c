import { type CompletionView, type ModuleView, paths } from '@roundtable/contracts';
import type { PageModel } from '../frame/site-pages';
import { count } from '../frame/words';
import { completionWords, isValid, latestOf } from './completion-words';

export interface ModulesPage extends PageModel {
  modules: { title: string; href: string; summary: string; length: string; isDone: boolean; done: string | null }[];
}

/** The e-learning modules; `completions` are the person's own, none for a visitor. */
export function modulesPage(
  modules: readonly ModuleView[],
  completions: readonly CompletionView[],
  now: Date,
): ModulesPage {
  return {
    title: 'E-learning',
    section: 'learning',
    modules: modules.map((module) => {
      const completion = latestOf(completions, module.id);
      return {
        title: module.title,
        href: paths.module({ slug: module.slug }),
        summary: module.summary,
        length: `About ${count(module.minutes, 'minute')}`,
        isDone: completion !== null && isValid(completion, now),
        done: completion && completionWords(completion, now),
      };
    }),
  };
}
