import { describe, expect, it } from '@jest/globals';
import { COMMON_PASSWORDS } from './common-passwords';
import { COMMON_WORDS } from './common-words';
import { chosenPasswordProblem, passwordProblem } from './password-rules';

const OWN = ['Priya Shah', 'priya.shah@sherwood-school.example', 'Sherwood Primary School'];

describe('a password', () => {
  it('has 12 to 200 characters, whatever they are', () => {
    expect(passwordProblem('eleven char')).toContain('12 or more');
    expect(passwordProblem('twelve chars')).toBeNull();
    expect(passwordProblem('ж'.repeat(3) + 'надёжный')).toContain('12 or more');
    expect(passwordProblem('x y z w '.repeat(25))).toBeNull();
    expect(passwordProblem('x y z w '.repeat(26))).toContain('200 or fewer');
    expect(passwordProblem('aaaaaaaaaaab')).toContain('harder to guess');
  });

  it.each([
    'password1234',
    'Password1234!',
    'P@ssw0rd2024!',
    '123456password',
    'passwordpassword',
    'welcome-2024-!',
    'Summer2024!!!',
    'Liverpool1892',
    'safeguarding1',
    'Nottingham2025',
    'socialwork2025',
    '123456789012',
    '1234567890123456',
    '01/02/1984-03',
    '07700 900 123',
    'qwertyuiop12',
    'qwertyuiop[]',
    'asdfghjkl123',
    'zxcvbnm123456',
    'poiuytrewq09',
    'abcdefghijkl',
    'abcabcabcabcab',
    'blue7blue7blue7',
    'correcthorsebatterystaple',
    'YoullNeverWalkAlone!',
    'ilovemyfamily1',
    'Every Child Matters',
  ])('that is %s is among the first that anybody tries', (password) => {
    expect(chosenPasswordProblem(password, OWN)).toContain('harder to guess');
  });

  it.each(['priya.shah.123', 'PriyaShah2024', 'sherwood school', 'Roundtable Training', 'priya training 1'])(
    'that is %s is made of the person’s own name or of this service',
    (password) => {
      expect(chosenPasswordProblem(password, OWN)).toContain('harder to guess');
    },
  );

  it.each([
    'seven quiet herons',
    'a long enough password',
    'correct horse battery staple gun',
    'priya likes seven herons',
    'gK4#tm!wq0Zr',
    '483920174659201847562',
    'пять тихих цапель',
    'summer in the old orchard',
    'test-password-for-ann',
  ])('that is %s can be chosen', (password) => {
    expect(chosenPasswordProblem(password, OWN)).toBeNull();
  });

  it('is compared with lists of whole length and in small letters', () => {
    expect(COMMON_PASSWORDS.size + COMMON_WORDS.size).toBeGreaterThan(500);
    for (const text of [...COMMON_PASSWORDS, ...COMMON_WORDS]) expect(text).toMatch(/^[a-z]+$/);
  });
});
