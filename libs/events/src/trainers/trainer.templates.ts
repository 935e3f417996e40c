import { mailTemplate } from '@roundtable/platform';

const FIELDS = {
  course: { means: 'the title of the course', example: 'Neglect' },
  date: { means: 'the first day', example: 'Wednesday 22 May 2024' },
};
const group = 'Trainers';

export const TRAINER_ASKED = mailTemplate({
  id: 'trainer-asked',
  name: 'Can you give this training?',
  group,
  when: 'When a trainer is put down for an event.',
  fields: { ...FIELDS, part: { means: 'lead trainer or co-trainer', example: 'lead trainer' } },
  original: {
    subject: 'Can you give this training? {{course}}, {{date}}',
    opening: ['You are asked to give this training as {{part}}. Please say whether you can.'],
    action: 'Say whether you can give it',
  },
});

const rescheduled = (id: string, name: string, opening: string) =>
  mailTemplate({
    id,
    name,
    group,
    when: 'When the time or place of an event changes; to its trainers.',
    fields: FIELDS,
    original: {
      subject: 'Changed: {{course}}, now {{date}}',
      opening: [opening],
      action: 'Say whether you can give it',
    },
  });

export const TRAINER_RESCHEDULED = {
  confirmed: rescheduled(
    'trainer-rescheduled',
    'Training changed, to a trainer',
    'The time or place of this training that you give has changed. You stay down to give it, unless you say that you cannot.',
  ),
  asked: rescheduled(
    'trainer-rescheduled-asked',
    'Training changed, to a trainer who was asked',
    'The time or place of this training that you are asked to give has changed. Please say whether you can give it.',
  ),
};

export const TRAINER_CANCELLED = mailTemplate({
  id: 'trainer-event-cancelled',
  name: 'Training cancelled, to a trainer',
  group,
  when: 'When an event is cancelled; to its trainers.',
  fields: { ...FIELDS, reason: { means: 'the reason that staff gave', example: 'Too few places were booked' } },
  needed: ['reason'],
  original: {
    subject: 'Cancelled: {{course}}, {{date}}',
    opening: ['This training is cancelled. You do not need to come.', 'Why: {{reason}}'],
  },
});

const diary = (
  { id, name, when }: Record<'id' | 'name' | 'when', string>,
  subject: string,
  opening: string,
  action?: string,
) =>
  mailTemplate({
    id,
    name,
    group,
    when,
    fields: FIELDS,
    original: { subject, opening: [opening], ...(action && { action }) },
  });
const OWN_PAGE = 'See the training you run';

/** The mails around what goes into a trainer's diary, one for each session. */
export const TRAINER_DIARY = {
  'put-in': diary(
    {
      id: 'trainer-diary',
      name: 'For a trainer’s calendar',
      when: 'When a trainer says that they give a training.',
    },
    'For your calendar: {{course}}, {{date}}',
    'You give this training. The calendar invitation is part of this mail.',
    OWN_PAGE,
  ),
  changed: diary(
    {
      id: 'trainer-diary-changed',
      name: 'Changed in a trainer’s calendar',
      when: 'When the time or place of an event changes; to trainers who give it.',
    },
    'Changed in your calendar: {{course}}, {{date}}',
    'You give this training. This mail changes it in your calendar.',
    OWN_PAGE,
  ),
  'taken-out': diary(
    {
      id: 'trainer-diary-taken-out',
      name: 'Out of a trainer’s calendar',
      when: 'When a trainer does not give a training any more, or a session of it.',
    },
    'Out of your calendar: {{course}}, {{date}}',
    'You do not give this training, or this part of it, any more. This mail takes it out of your calendar.',
  ),
};
