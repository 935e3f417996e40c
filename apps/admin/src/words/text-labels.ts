import {
  type FormStage,
  LINE_MANAGER_LABEL,
  type QuoteState,
  type TextDecision,
  type TextSign,
  type TextState,
} from '@roundtable/contracts';

export const TEXT_SIGN: Record<TextSign, string> = {
  name: 'a name',
  'birth-date': 'a birth date',
  allegation: 'an allegation',
};

export const TEXT_STATE: Record<TextState, string> = {
  held: 'To be read',
  released: 'Let through',
  'passed-on': 'Passed on',
  withheld: 'Withheld',
};

export const TEXT_DECISION: Record<TextDecision, string> = {
  'no-concern': 'No concern: let it through',
  'detail-removed': 'Identifying detail removed: let the rest through',
  'passed-on': 'Passed on as a concern',
  withheld: 'Withheld',
};

export const QUOTE_STATE: Record<QuoteState, string> = {
  waiting: 'To be decided',
  approved: 'Approved',
  declined: 'Not approved',
};

export const STAGE: Record<FormStage, string> = {
  before: 'Before',
  after: 'After',
  'retrospective-before': 'About before, asked after',
  'follow-up': 'Follow-up',
  'line-manager': LINE_MANAGER_LABEL,
};
