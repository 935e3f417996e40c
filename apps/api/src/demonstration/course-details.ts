import type { CourseChange } from '@roundtable/contracts';

/** What the published list leaves open, in our own words. */
export const COURSE_DETAILS: Record<string, CourseChange & { summary: string }> = {
  WT: {
    kind: 'course',
    hours: 6,
    summary:
      'How agencies work as one to keep children safe: who does what, when to share what you know, and how a referral becomes a plan.',
  },
  HSB: {
    kind: 'course',
    hours: 6,
    summary:
      'Recognise behaviour that is harmful, tell it from what is expected at an age, and respond in a way that protects every child involved.',
  },
  CCE: {
    kind: 'course',
    hours: 3,
    summary:
      'How children are drawn into crime by others, the signs you can see from where you stand, and what to do with the piece you hold.',
  },
  NEG: {
    kind: 'course',
    hours: 6,
    summary:
      'See neglect early and name it, use the neglect toolkit with a family, and keep the child at the centre when things drift.',
  },
  MA: {
    kind: 'workshop',
    topics: ['Allegations against staff', 'Safer recruitment'],
    hours: 3,
    summary:
      'Work through real situations in which somebody who works with children may have caused harm, and practise what a designated person does in the first hours and days.',
    outcomeStatements: [
      { stem: 'knowledge of', wording: 'Managing allegations against staff and volunteers' },
      { stem: 'confidence in', wording: 'Deciding when to contact the designated officer' },
    ],
  },
  RPC: {
    kind: 'workshop',
    hours: 2.5,
    summary:
      'What conflict between parents does to children, how to raise it without blame, and resources you can use at your next visit.',
    outcomeStatements: [
      { stem: 'knowledge of', wording: 'What conflict between parents does to children' },
      { stem: 'confidence in', wording: 'Raising conflict with parents without blame' },
    ],
  },
  FM: {
    kind: 'course',
    hours: 3,
    summary:
      'Understand forced marriage and honour-based abuse, why asking the family is dangerous, and who to call first.',
  },
  PREV: {
    kind: 'briefing',
    audienceSectors: ['early years'],
    hours: 1.5,
    summary: 'What the Prevent duty asks of early years settings, and how to act on a worry in a proportionate way.',
    outcomeStatements: [
      { stem: 'knowledge of', wording: 'What the Prevent duty asks of an early years setting' },
      { stem: 'confidence in', wording: 'Acting on a worry in a proportionate way' },
    ],
  },
  DSL: {
    kind: 'course',
    hours: 3.25,
    validityMonths: 24,
    summary:
      'For designated safeguarding leads: your duties, supervision, records, and working with the multi-agency safeguarding hub.',
    outcomeStatements: [
      { stem: 'knowledge of', wording: 'The duties of a designated safeguarding lead' },
      { stem: 'confidence in', wording: 'Challenging a decision of another agency' },
    ],
  },
  SR: {
    kind: 'course',
    topics: ['Recruitment', 'Safer recruitment'],
    audienceSectors: ['early years'],
    hours: 2,
    summary:
      'Recruit in a way that keeps out people who should not work with children: from the advert to the end of probation.',
    outcomeStatements: [
      { stem: 'knowledge of', wording: 'The checks to make before somebody starts' },
      { stem: 'skill in', wording: 'Asking about motives in an interview' },
    ],
  },
  DSLN: {
    kind: 'network',
    hours: 1.5,
    isSeries: true,
    summary: 'Designated safeguarding leads in early years meet, hear what is new, and learn from each other.',
  },
  ST: {
    kind: 'briefing',
    hours: 1,
    summary: 'A short briefing on what the partnership learnt this term and what it asks of you.',
  },
};
