import { describe, expect, it } from '@jest/globals';
import type { CourseView } from '@roundtable/contracts';
import { type ListedEvent, Programme } from './programme';
import { ProgrammeSearch } from './programme-search';

const course = (id: string, title: string, more: Partial<CourseView> = {}) =>
  ({
    id,
    title,
    code: id.toUpperCase(),
    topics: [],
    summary: '',
    audience: null,
    audienceSectors: [],
    ...more,
  }) as CourseView;
const courses = [
  course('ne', 'Neglect', { topics: ['Safer recruitment', 'Neglect'] }),
  course('da', 'Domestic abuse and children'),
  course('dsl', 'Network', { summary: 'For the designated safeguarding lead of each school' }),
  course('ce', 'Child exploitation', { summary: 'Where neglect leads to harm outside the home' }),
];
const event = {
  id: 'e1',
  courseId: 'da',
  reference: 'EV-5TX6-B27V',
  venueId: 'v1',
  venue: 'Mansfield Civic Centre',
} as ListedEvent;
const search = new ProgrammeSearch(new Programme(courses, [event]));
const found = (typed: string): string[] => {
  const result = search.find(typed);
  return courses
    .map(({ id }) => ({ id, score: result?.scoreOf(id) ?? null }))
    .filter(({ score }) => score !== null)
    .sort((one, other) => (other.score ?? 0) - (one.score ?? 0))
    .map(({ id }) => id);
};

describe('searching the programme', () => {
  it('finds a course by its title, topic or code, the title before the summary', () => {
    expect(found('neglect')).toEqual(['ne', 'ce']);
    expect(found('NE')).toContain('ne');
  });

  it('forgives typing mistakes: a letter too many, too few, wrong or swapped', () => {
    for (const typed of ['neglct', 'negllect', 'neglict', 'negelct'])
      expect([typed, found(typed)[0]]).toEqual([typed, 'ne']);
    expect(found('exploitaton')).toEqual(['ce']);
  });

  it('finds words that are only begun, whatever their case and accents', () => {
    expect(found('EXPLOIT')).toEqual(['ce']);
    expect(found('domest')).toEqual(['da']);
    expect(found('Négleçt')[0]).toBe('ne');
  });

  it('wants every word, and leaves out those that say nothing', () => {
    expect(found('training about neglect')).toEqual(['ne', 'ce']);
    expect(found('domestic neglect')).toEqual([]);
  });

  it('knows the usual abbreviations', () => {
    expect(found('DV')).toEqual(['da']);
    expect(found('dsl')).toEqual(['dsl']);
  });

  it('finds an event by its venue, together with its course, and by its reference', () => {
    expect(search.find('mansfeild')?.hasEvent(event)).toBe(true);
    expect(search.find('abuse mansfield')?.hasEvent(event)).toBe(true);
    expect(search.find('neglect mansfield')?.hasEvent(event)).toBe(false);
    expect(search.find('ev-5tx6-b27v')?.hasEvent(event)).toBe(true);
  });

  it('finds nothing that is not there', () => {
    expect(found('zebra')).toEqual([]);
    expect(search.find('zebra')?.hasEvent(event)).toBe(false);
  });
});
