import { mailTemplate } from '@roundtable/platform';

const FIELDS = {
  course: { means: 'the title of the course', example: 'Neglect' },
  amount: { means: 'the amount', example: '£35.00' },
  agency: { means: 'the agency of the booking', example: 'Northside Academy' },
};
const group = 'Charges';
const NOT_RIGHT = 'If you think this is not right, tell the training team and give the reference of the charge.';

export const CHARGE_MADE = {
  person: mailTemplate({
    id: 'charge-made',
    name: 'Charge made, to whoever pays it',
    group,
    when: 'When staff confirm a charge that the delegate pays.',
    fields: FIELDS,
    needed: ['amount'],
    original: {
      subject: 'Charge of {{amount}}: {{course}}',
      opening: ['There is a charge of {{amount}} for your booking. You will get an invoice for it.'],
      action: 'See your booking',
      closing: [NOT_RIGHT],
    },
  }),
  agency: mailTemplate({
    id: 'charge-made-to-agency',
    name: 'Charge made to the agency, to the delegate',
    group,
    when: 'When staff confirm a charge that the agency pays; to the delegate.',
    fields: FIELDS,
    needed: ['amount'],
    original: {
      subject: 'Charge of {{amount}}: {{course}}',
      opening: [
        'There is a charge of {{amount}} for your booking. {{agency}} is billed for it, and you do not need to pay anything.',
      ],
      action: 'See your booking',
      closing: [NOT_RIGHT],
    },
  }),
  lead: mailTemplate({
    id: 'charge-made-to-lead',
    name: 'Charge made, to the agency’s leads',
    group,
    when: 'When staff confirm a charge that the agency pays; to its leads.',
    fields: {
      ...FIELDS,
      askForOrder: {
        means: 'asks for an order number where there is none; a sentence',
        example: 'If your agency needs an order number on the invoice, send it to us now.',
      },
    },
    needed: ['amount'],
    original: {
      subject: 'Charge of {{amount}} to {{agency}}: {{course}}',
      opening: ['There is a charge of {{amount}} for a booking of {{agency}}. The agency will get an invoice.'],
      action: 'See the charges of your agency',
      closing: ['{{askForOrder}}', 'You get this mail because you look after the training of this agency.'],
    },
  }),
};

export const CHARGE_WAIVED = mailTemplate({
  id: 'charge-waived',
  name: 'No charge after all',
  group,
  when: 'When a charge that was told is waived or credited.',
  fields: FIELDS,
  original: {
    subject: 'No charge after all: {{course}}',
    opening: [
      'We wrote about a charge of {{amount}}. It is not charged after all.',
      'If an invoice was sent already, a credit follows.',
    ],
    action: 'See it',
  },
});

/** Every mail about charges whose words the partnership may change. */
export const CHARGE_TEMPLATES = [...Object.values(CHARGE_MADE), CHARGE_WAIVED];
