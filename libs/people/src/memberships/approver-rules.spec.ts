import { describe, expect, it } from '@jest/globals';
import { isOnAgencyDomain } from './approver-rules';

const SCHOOL = ['school.example', 'trust.example'];

describe('an approver without an account', () => {
  it.each(['head@school.example', 'head@trust.example'])('%s is one of the agency', (email) => {
    expect(isOnAgencyDomain(email, SCHOOL, 'pat@school.example')).toBe(true);
  });

  it.each([
    ['another domain', 'head@elsewhere.example', SCHOOL],
    ['a domain below the agency’s', 'head@mail.school.example', SCHOOL],
    ['a domain that everybody has', 'head@gmail.com', ['gmail.com']],
    ['an agency without domains', 'head@school.example', []],
    ['the delegate’s own address', 'pat@school.example', SCHOOL],
  ])('is not verified by %s', (_, email, domains) => {
    expect(isOnAgencyDomain(email, domains, 'pat@school.example')).toBe(false);
  });
});
