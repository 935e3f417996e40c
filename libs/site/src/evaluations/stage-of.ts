import { STAGES, type Stage } from '@roundtable/evaluations';
import { found } from '@roundtable/platform';

/** The stage in an address; any other word is an address that is not there. */
export const stageOf = (text: string): Stage => found(STAGES.find((stage) => stage === text));
