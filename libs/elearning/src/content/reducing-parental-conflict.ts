import type { ModuleContent } from './module-content';

export const reducingParentalConflict: ModuleContent = {
  slug: 'introduction-to-reducing-parental-conflict',
  title: 'Introduction to reducing parental conflict',
  summary:
    'How conflict between parents affects children, how it differs from domestic abuse, and what a practitioner can say and do first.',
  minutes: 20,
  edition: 1,
  passMarkPercent: 60,
  validityMonths: 36,
  sections: [
    {
      heading: 'Conflict, and when it harms children',
      paragraphs: [
        'All parents disagree at times, whether they live together or apart. Disagreement that is talked through and settled does children no harm: they see how two people who differ can find a way. What harms is conflict that is frequent, intense and never resolved. Shouting is one form. Days of cold silence, sneering, and using a child to carry messages or to take sides are others.',
        'Children notice more than parents think, from infancy on. Babies show it in sleep and in how they settle. Younger children may believe that it is their fault. Older ones may withdraw, become angry, fall behind at school or try to keep the peace. Over years, such conflict raises the risk of anxiety, low mood and difficult relationships of their own.',
      ],
    },
    {
      heading: 'Conflict is not domestic abuse',
      paragraphs: [
        'In parental conflict both people have a voice, and neither is afraid of the other. In domestic abuse one person gains power over the other by violence, threats, control of money, isolation or fear. Advice that helps with conflict, such as talking it over together, can put a victim in danger.',
        'Ask each parent when they are alone: ‘What happens when you disagree?’ and ‘Do you ever feel afraid of what your partner might do?’ If there is fear or control, or if you are not sure, follow your domestic abuse and safeguarding procedures, and do not suggest work with both parents together. Children who see, hear or live with abuse are victims of it themselves.',
      ],
    },
    {
      heading: 'What you can do',
      paragraphs: [
        'Parents seldom ask for help with their relationship, so begin with the child. Saying ‘Many couples argue more when they are short of sleep or money. How is it for you, and what do you think your child notices?’ is easier to answer than a question about blame.',
        'Stay neutral, listen to each parent, and avoid agreeing that the other one is the problem. Help them to see the argument through the child’s eyes, to choose one small change, such as keeping arguments away from bedtime, and to repair after a quarrel so that the child knows that it is over.',
        'Know what your area offers, from leaflets and online programmes to relationship support and mediation for parents who are separating. Write down what was said and agreed. If you come to think that a child is suffering or likely to suffer significant harm, share this with your safeguarding lead or children’s social care at once.',
      ],
    },
  ],
  questions: [
    {
      id: 'harmful',
      wording: 'Which conflict between parents is most likely to harm a child?',
      options: [
        { id: 'settled', wording: 'A disagreement that the child sees them settle' },
        { id: 'unresolved', wording: 'Conflict that is frequent, intense and never resolved, loud or silent' },
        { id: 'separated', wording: 'Any disagreement between parents who live apart' },
      ],
      rightOptionId: 'unresolved',
      explanation:
        'Disagreement that is settled well can even teach a child something. What harms is conflict that comes back, runs high and stays unresolved.',
    },
    {
      id: 'fear',
      wording: 'A mother tells you that she is afraid of what her partner does when they disagree. What do you do?',
      options: [
        { id: 'together', wording: 'Invite both parents to a conversation about communication' },
        { id: 'procedures', wording: 'Follow the domestic abuse and safeguarding procedures' },
        { id: 'leaflet', wording: 'Give her a leaflet on arguing better' },
      ],
      rightOptionId: 'procedures',
      explanation: 'Fear points to domestic abuse. Bringing both together could put her and the children in danger.',
    },
    {
      id: 'first-words',
      wording: 'How do you begin a conversation about conflict with a parent?',
      options: [
        { id: 'child', wording: 'By asking how things are, and what they think their child notices' },
        { id: 'blame', wording: 'By asking who starts the arguments' },
        { id: 'agree', wording: 'By agreeing that the other parent is difficult' },
      ],
      rightOptionId: 'child',
      explanation:
        'Starting from the child is easier to answer, keeps you neutral, and turns attention to what can change.',
    },
  ],
};
