import { bookingTemplate } from '../mails/booking-template';

export const AWAITING_APPROVAL = bookingTemplate({
  id: 'awaiting-approval',
  name: 'Waiting for approval',
  when: 'When somebody asks for a place and their agency approves training first.',
  fields: {
    by: { means: 'who asked for them; empty where they did', example: 'Sam Example' },
    whom: { means: 'who approves', example: 'your manager' },
    held: { means: 'whether a place is held meanwhile; a sentence', example: 'A place is held for you until then.' },
  },
  original: {
    subject: 'Waiting for approval: {{training}}',
    opening: [
      '{{by}} asked for a place on this training for you.',
      'Your agency approves training first. The request is with {{whom}} now, and we will write to you when it is answered.',
      '{{held}}',
    ],
    action: 'See or cancel your request',
  },
});

export const DECLINED = bookingTemplate({
  id: 'declined',
  name: 'Not approved',
  when: 'When a request is not approved.',
  fields: { reason: { means: 'the reason that was given', example: 'Cover is needed on that day' } },
  needed: ['reason'],
  original: {
    subject: 'Not approved: {{training}}',
    opening: ['Your request for a place on this training was not approved.', 'Reason: {{reason}}'],
    closing: ['If this is not right, talk to whoever approves training in your agency. You can ask again.'],
  },
});

const approval = (id: string, name: string, when: string, subject: string) =>
  bookingTemplate({
    id,
    name,
    when,
    fields: {
      held: { means: 'whether a place is held; a sentence', example: 'A place is held until you answer.' },
      until: { means: 'until when the link works', example: 'Wednesday 22 May 2024, 9:30am' },
    },
    needed: ['name'],
    original: {
      subject,
      opening: [
        '{{name}} asked for a place on this training. Your agency wants such requests to be approved.',
        '{{held}}',
      ],
      action: 'Approve or decline',
      closing: [
        'The link works until {{until}}. You do not need to sign in.',
        'You get this mail because you are named as the person who approves training.',
      ],
    },
  });

export const APPROVAL_ASKED = {
  asked: approval(
    'approval-asked',
    'Approval asked for',
    'When somebody asks for a place; to whoever approves it.',
    'Please approve: {{name}}: {{training}}',
  ),
  reminded: approval(
    'approval-reminded',
    'Approval still to give',
    'Three working days after approval was asked for; to whoever approves it.',
    'Still to approve: {{name}}: {{training}}',
  ),
};
