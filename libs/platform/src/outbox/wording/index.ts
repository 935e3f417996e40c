export * from './mail-template';
export * from './mail-wording.entity';
export { mergeFieldProblem, withFields } from './merge-fields';
export * from './wording-rules';
export * from './wordings.service';
