import { mailTemplate } from '@roundtable/platform';

const FIELDS = { training: { means: 'the title of the training', example: 'Trauma-informed practice' } };
const group = 'Training elsewhere';

export const OUTSIDE_ACCEPTED = mailTemplate({
  id: 'outside-attendance-accepted',
  name: 'Training elsewhere accepted',
  group,
  when: 'When staff accept the evidence of training with another provider.',
  fields: FIELDS,
  original: {
    subject: 'Added to your training record: {{training}}',
    opening: ['You told us that you attended this training. We looked at the evidence and added it to your record.'],
    action: 'See your training record',
  },
});

export const OUTSIDE_DECLINED = mailTemplate({
  id: 'outside-attendance-declined',
  name: 'Training elsewhere not accepted',
  group,
  when: 'When staff do not accept the evidence of training with another provider.',
  fields: { ...FIELDS, reason: { means: 'the reason that staff gave', example: 'The certificate has no date' } },
  needed: ['reason'],
  original: {
    subject: 'Not added to your training record: {{training}}',
    opening: ['You told us that you attended this training. We could not add it to your record.', 'Why: {{reason}}'],
    action: 'Send other evidence',
  },
});
