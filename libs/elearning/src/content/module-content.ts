import type { CheckQuestion, ModuleSection } from '../module.entity';

/** What a module of the product says; a change of what it teaches is a new edition. */
export interface ModuleContent {
  slug: string;
  title: string;
  summary: string;
  minutes: number;
  edition: number;
  passMarkPercent: number | null;
  validityMonths: number | null;
  sections: ModuleSection[];
  questions: CheckQuestion[];
}
