import { describe, expect, it } from '@jest/globals';
import { kindNamedBy, readCourseRow, summaryFrom } from './course-row';

describe('a row of a sheet of courses', () => {
  it('gives every value, prerequisites and sources apart, and nothing for empty cells', () => {
    const cells = {
      code: 'MA',
      title: 'Managing Allegations Workshop',
      level: '4',
      topic: '',
      audience: 'Staff',
      prerequisite: 'e-learning: Managing allegations; WT; course: Neglect',
      prerequisite_policy: 'Block',
      learning_sources: 'RR1/21; RR2/21;',
    };
    expect(readCourseRow(cells)).toEqual({
      ok: true,
      values: {
        code: 'MA',
        title: 'Managing Allegations Workshop',
        kind: null,
        level: '4',
        topic: null,
        audience: 'Staff',
        summary: null,
        policy: 'block',
        prerequisites: [
          { kind: 'module', name: 'Managing allegations', cell: 'e-learning: Managing allegations' },
          { kind: 'course', name: 'WT', cell: 'WT' },
          { kind: 'course', name: 'Neglect', cell: 'course: Neglect' },
        ],
        learningSources: ['RR1/21', 'RR2/21'],
      },
    });
  });

  it('names every problem with its column and what stood there', () => {
    const reading = readCourseRow({ code: '', title: 'x'.repeat(201), prerequisite_policy: 'strict' });
    expect(reading).toEqual({
      ok: false,
      problems: [
        { column: 'code', value: '', reason: 'The code is missing. Give each course a short code of its own.' },
        { column: 'title', value: 'x'.repeat(201), reason: 'Use 200 characters or fewer.' },
        { column: 'prerequisite_policy', value: 'strict', reason: 'Use one of block, provisional.' },
      ],
    });
  });

  it.each([
    ['Managing Allegations Workshop', 'Allegations', 'workshop'],
    ['Early Years DSL Network', 'Network', 'network'],
    ['Safeguarding Together briefing', 'Briefing', 'briefing'],
    ['Neglect', 'Neglect', 'course'],
  ])("tells the kind by the title or topic: '%s' is a %3$s", (title, topic, kind) => {
    expect(kindNamedBy(title, topic)).toBe(kind);
  });

  it('is summed up from what is known of the course', () => {
    const course = { title: 'Neglect', kind: 'course' as const, level: '3', audience: 'All practitioners.' };
    expect(summaryFrom(course)).toBe('Neglect: a course at level 3 for all practitioners.');
    expect(summaryFrom({ ...course, level: null, audience: 'DSLs' })).toBe('Neglect: a course for DSLs.');
    expect(summaryFrom({ ...course, level: null, audience: null })).toBe('Neglect: a course.');
  });
});
