import { describe, expect, it } from '@jest/globals';
import { readSheetAnswer } from './evaluation-sheet';

const cells = {
  course: 'NEG',
  event: 'NEG-01',
  email: 'Neg001@Police.example',
  agency: 'Nottinghamshire Police',
  statement: 'Neglect',
  before: '3',
  after: '5',
};

function read(changed: Partial<typeof cells>) {
  return readSheetAnswer({ row: 2, cells: { ...cells, ...changed } });
}

describe('readSheetAnswer', () => {
  it('reads a row', () => {
    expect(read({})).toEqual({ ...cells, row: 2, email: 'neg001@police.example', before: 3, after: 5 });
  });

  it('takes one stage without the other', () => {
    expect(read({ after: '' })).toMatchObject({ before: 3, after: null });
  });

  it.each([
    ['before', '0'],
    ['before', '6'],
    ['after', '3.5'],
    ['after', 'good'],
    ['email', 'nobody'],
    ['course', ''],
    ['event', ''],
    ['statement', 'x'.repeat(301)],
  ])('refuses %s %p with its column and value', (column, value) => {
    expect(read({ [column]: value })).toEqual([{ column, value: value.slice(0, 300), reason: expect.any(String) }]);
  });

  it('refuses a row without any rating', () => {
    expect(read({ before: '', after: '' })).toEqual([
      { column: 'before', value: '', reason: 'Give a rating before, after or both.' },
    ]);
  });
});
