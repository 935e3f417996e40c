import { describe, expect, it } from '@jest/globals';
import { RESOURCE_VISIBILITIES } from '@roundtable/contracts';
import { type ResourceReader, maySee } from './resource-rules';

const reader = (changes: Partial<ResourceReader> = {}): ResourceReader => ({
  standsBehind: false,
  hasPlace: false,
  attendance: [],
  ...changes,
});
const seen = (changes: Partial<ResourceReader>): string[] =>
  RESOURCE_VISIBILITIES.filter((visibility) => maySee(visibility, reader(changes)));

describe('who sees a resource', () => {
  it.each([
    ['a visitor', {}, ['everybody']],
    ['whoever has a place', { hasPlace: true, attendance: [null] }, ['everybody', 'booked']],
    ['whoever was absent', { hasPlace: true, attendance: ['absent'] }, ['everybody', 'booked']],
    ['whoever was there', { hasPlace: true, attendance: ['attended'] }, ['everybody', 'booked', 'attended']],
    [
      'whoever was there in part',
      { hasPlace: true, attendance: ['partly_attended'] },
      ['everybody', 'booked', 'attended'],
    ],
    ['the office and the trainers', { standsBehind: true }, ['everybody', 'booked', 'attended']],
  ] as [string, Partial<ResourceReader>, string[]][])('%s', (_, changes, visible) => {
    expect(seen(changes)).toEqual(visible);
  });
});
