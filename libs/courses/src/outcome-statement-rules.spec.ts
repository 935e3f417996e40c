import { describe, expect, it } from '@jest/globals';
import { hasRepeated, planStatements } from './outcome-statement-rules';
import type { OutcomeStatementEntity } from './outcome-statement.entity';

const statement = (id: string, wording: string, retiredAt: Date | null = null): OutcomeStatementEntity => ({
  id,
  courseId: 'course',
  stem: 'knowledge of',
  wording,
  position: 0,
  retiredAt,
});
const wanted = (wording: string) => ({ stem: 'knowledge of' as const, wording });
const RETIRED = new Date('2026-01-01T00:00:00Z');

describe('outcome statements', () => {
  it('stay what they are under the same words, in the new order', () => {
    const [a, b] = [statement('a', 'Signs'), statement('b', 'Duties')];
    expect(planStatements([a, b], [wanted('Duties '), wanted('Signs')])).toEqual({
      kept: [
        { statement: b, position: 0 },
        { statement: a, position: 1 },
      ],
      added: [],
      retired: [],
    });
  });

  it('are retired by a changed wording, which is a new statement', () => {
    const a = statement('a', 'Signs');
    expect(planStatements([a], [wanted('Signs of neglect')])).toEqual({
      kept: [],
      added: [{ ...wanted('Signs of neglect'), position: 0 }],
      retired: [a],
    });
  });

  it('are another statement under another stem', () => {
    const a = statement('a', 'Signs');
    expect(planStatements([a], [{ stem: 'skill in', wording: 'Signs' }])).toMatchObject({ kept: [], retired: [a] });
  });

  it('come back as they were when their words do, and an asked one goes before a retired one', () => {
    const [retired, asked] = [statement('a', 'Signs', RETIRED), statement('b', 'Signs')];
    expect(planStatements([retired], [wanted('Signs')]).kept).toEqual([{ statement: retired, position: 0 }]);
    expect(planStatements([asked, retired], [wanted('Signs')])).toEqual({
      kept: [{ statement: asked, position: 0 }],
      added: [],
      retired: [],
    });
  });

  it('are told apart by stem and words', () => {
    expect(hasRepeated([wanted('Signs'), wanted(' Signs')])).toBe(true);
    expect(hasRepeated([wanted('Signs'), { stem: 'skill in', wording: 'Signs' }])).toBe(false);
  });
});
