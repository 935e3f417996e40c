import { describe, expect, it } from '@jest/globals';
import type { DeclaredSetting } from '@roundtable/contracts';
import { keptValue, settingProblem, settingValue } from './setting-rules';

const named = { name: 'a.setting', group: 'partnership' as const, label: 'A setting', hint: 'What it does' };
const yesNo: DeclaredSetting = { ...named, kind: 'yes-no', usual: false };
const minutes: DeclaredSetting = { ...named, kind: 'whole-number', usual: 240, least: 5, most: 1440, unit: 'minutes' };
const line: DeclaredSetting = { ...named, kind: 'line', usual: null, longest: 20 };

describe('a setting', () => {
  it.each([
    [yesNo, true],
    [minutes, 5],
    [minutes, 1440],
    [line, '0115 000 0000'],
    [line, null],
  ])('takes %j: %j', (setting, value) => {
    expect(settingProblem(setting, value)).toBeNull();
    expect(settingValue(setting, value)).toBe(value);
  });

  it.each([
    [yesNo, 'true', 'Choose yes or no'],
    [yesNo, null, 'Choose yes or no'],
    [minutes, 4, 'Enter 5 to 1,440 minutes, as a whole number'],
    [minutes, 1441, 'Enter 5 to 1,440 minutes, as a whole number'],
    [minutes, 7.5, 'Enter 5 to 1,440 minutes, as a whole number'],
    [minutes, '30', 'Enter 5 to 1,440 minutes, as a whole number'],
    [line, 'two\nlines', 'Enter one line of text'],
    [line, 5, 'Enter one line of text'],
    [line, 'a line that is much too long', 'Use 20 characters or fewer'],
  ])('refuses %j: %j, and counts as usual where it was stored', (setting, value, words) => {
    expect(settingProblem(setting, value)).toBe(words);
    expect(settingValue(setting, value)).toBe(setting.usual);
  });

  it('is kept without spaces around it, and as nothing where it is empty', () => {
    expect([keptValue(line, ' 0115 '), keptValue(line, '  '), keptValue(minutes, 5)]).toEqual(['0115', null, 5]);
  });
});
