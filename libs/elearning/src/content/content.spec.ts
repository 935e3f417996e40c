import { describe, expect, it } from '@jest/globals';
import { MODULE_CONTENT } from '.';

describe('the modules of the product', () => {
  it('have the titles that courses name as prerequisites', () => {
    expect(MODULE_CONTENT.map(({ slug, title }) => [slug, title])).toEqual([
      [
        'managing-allegations-and-concerns',
        'Managing allegations and concerns in relation to adults working with children',
      ],
      ['introduction-to-reducing-parental-conflict', 'Introduction to reducing parental conflict'],
    ]);
  });

  it.each(MODULE_CONTENT.map((content) => [content.slug, content] as const))(
    'can be read and passed: %s',
    (_, content) => {
      expect(content.sections.every(({ heading, paragraphs }) => heading && paragraphs.every(Boolean))).toBe(true);
      expect(new Set(content.questions.map(({ id }) => id)).size).toBe(content.questions.length);
      for (const { options, rightOptionId, explanation } of content.questions) {
        const ids = options.map(({ id }) => id);
        expect(ids.length).toBeGreaterThanOrEqual(3);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).toContain(rightOptionId);
        expect(explanation).not.toBe('');
      }
    },
  );
});
