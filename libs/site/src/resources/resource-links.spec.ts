import { describe, expect, it } from '@jest/globals';
import { aResource } from '../frame/views.builder';
import { resourceLinks, sizeInWords } from './resource-links';

describe('a resource on a page', () => {
  it('says what comes before it is opened', () => {
    const links = resourceLinks([
      aResource(),
      aResource({ kind: 'link', url: 'https://toolkit.example/', fileName: null, mediaType: null, bytes: null }),
      aResource({ id: 'resource-3', kind: 'recording', fileName: null, mediaType: null, bytes: null }),
    ]);
    expect(links.map(({ href, what, isElsewhere }) => [href, what, isElsewhere])).toEqual([
      ['/resources/resource-1/file', 'PDF, 240 KB', false],
      ['https://toolkit.example/', 'Another website', true],
      ['/recordings/resource-3', 'Recording', false],
    ]);
  });

  it.each([
    [1, '1 KB'],
    [245_000, '240 KB'],
    [3_500_000, '3.4 MB'],
    [20 * 1024 * 1024, '20 MB'],
  ])('is as large as %i bytes: %s', (bytes, words) => {
    expect(sizeInWords(bytes)).toBe(words);
  });
});
