import { describe, expect, it } from '@jest/globals';
import { fieldInWords, valueInWords } from './values';

describe('recorded values', () => {
  it('says what a field is called', () => {
    expect(fieldInWords('emailDomains')).toBe('Email domains');
    expect(fieldInWords('data-request')).toBe('Data request');
  });

  it('says nothing, yes and no in words', () => {
    expect([null, '', [], {}, undefined].map(valueInWords)).toEqual(['none', 'none', 'none', 'none', 'none']);
    expect(valueInWords(false)).toBe('no');
    expect(valueInWords(0)).toBe('0');
  });

  it('says a moment in London time', () => {
    expect(valueInWords('2024-05-22T08:30:00.000Z')).toBe('Wed 22 May 2024, 9:30am');
  });

  it('says lists with their parts', () => {
    expect(valueInWords(['a.example', 'b.example'])).toBe('a.example; b.example');
    expect(valueInWords([{ year: '2026-27', headcount: 40 }])).toBe('year 2026-27, headcount 40');
  });
});
