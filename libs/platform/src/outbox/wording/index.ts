export * from './mail-template';
export * from './mail-wording.entity';
export * from './wording-rules';
export * from './wordings.service';
