import { describe, expect, it } from '@jest/globals';
import { mergeFieldProblem, withFields } from './merge-fields';

const FIELDS = ['name', 'course'];

describe('merge fields', () => {
  it('are filled in as plain text, which is read once', () => {
    const values = { name: 'Ann <O’Neil> {{course}}', course: 'Neglect & harm' };
    expect(withFields('Dear {{name}},\n\n{{ course }}: see you', values)).toBe(
      'Dear Ann <O’Neil> {{course}},\n\nNeglect & harm: see you',
    );
  });

  it('are fine where there are none, and where single braces stand in the text', () => {
    expect([mergeFieldProblem('Hello', FIELDS), mergeFieldProblem('{a} {{name}}', FIELDS)]).toEqual([null, null]);
  });

  it('are refused where one is not known, with the list of those that are', () => {
    expect(mergeFieldProblem('Dear {{nmae}}', FIELDS)).toBe(
      'There is no field {{nmae}}. You can use {{name}}, {{course}}',
    );
  });

  it.each(['{{name', 'name}}', 'Dear {{name}', '{{name}} and {{', '{{'])(
    'are refused where one is not closed: %s',
    (text) => {
      expect(mergeFieldProblem(text, FIELDS)).toBe('Close each field with two braces. Write it like {{name}}');
    },
  );

  it.each([
    '{{{name}}}',
    '{{&name}}',
    '{{#name}}x{{/name}}',
    '{{^name}}x{{/name}}',
    '{{>name}}',
    '{{!name}}',
    '{{}}',
    '{{=<% %>=}}<%name%>',
    '{{constructor}}',
  ])('are refused in any other form: %s', (text) => {
    expect(mergeFieldProblem(text, FIELDS)).not.toBeNull();
  });
});
