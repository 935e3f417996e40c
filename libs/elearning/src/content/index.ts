import { managingAllegationsAndConcerns } from './managing-allegations-and-concerns';
import type { ModuleContent } from './module-content';
import { reducingParentalConflict } from './reducing-parental-conflict';

export type { ModuleContent } from './module-content';

/** The product's own modules. */
export const MODULE_CONTENT: readonly ModuleContent[] = [managingAllegationsAndConcerns, reducingParentalConflict];
