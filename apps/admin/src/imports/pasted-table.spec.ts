import { describe, expect, it } from '@jest/globals';
import { cellsOfText, readProgramme } from './pasted-table';

describe('a pasted table', () => {
  it('has tabs between its cells, and quotes around those with line ends', () => {
    expect(cellsOfText('a\t"two\nlines"\t"say ""yes"""\r\n\r\nb\t\tc')).toEqual([
      ['a', 'two lines', 'say "yes"'],
      ['b', '', 'c'],
    ]);
  });

  it('may have commas, where it has no tabs', () => {
    expect(cellsOfText('SR,"Monday, 1 May",10am')).toEqual([['SR', 'Monday, 1 May', '10am']]);
  });
});

describe('a pasted programme', () => {
  it('is put into our columns by its headings, in whatever words and order they come', () => {
    const pasted = readProgramme('Programme 2026\nDate\tCourse title\tLocation\tNotes\n1 May\tSR\tLoxley House\tlunch');
    expect(pasted).toMatchObject({ hasHeading: true, leftOut: ['Notes'] });
    expect(pasted.rows).toEqual([{ row: 1, cells: ['SR', '1 May', '', '', 'Loxley House', '', '', ''] }]);
  });

  it('is taken in the usual order where it has no headings', () => {
    const pasted = readProgramme('SR\t1 May 2026\t10am-12pm\tOnline');
    expect(pasted.hasHeading).toBe(false);
    expect(pasted.rows[0]?.cells.slice(0, 4)).toEqual(['SR', '1 May 2026', '10am-12pm', 'Online']);
  });

  it('joins a start and an end that stand in columns of their own', () => {
    const pasted = readProgramme('Course\tDate\tStart time\tFinish\nSR\t1 May 2026\t10:00\t12:00');
    expect([pasted.rows[0]?.cells[2], pasted.leftOut]).toEqual(['10:00 to 12:00', []]);
  });
});
