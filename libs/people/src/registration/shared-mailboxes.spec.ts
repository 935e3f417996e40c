import { describe, expect, it } from '@jest/globals';
import { looksShared } from './shared-mailboxes';

describe('a mailbox that several people seem to read', () => {
  it.each([
    'info@x.example',
    'Office@x.example',
    'admin2@x.example',
    'head@x.example',
    'head.teacher@x.example',
    'reception-desk@x.example',
    'admin.sherwood@x.example',
    'sherwood_office@x.example',
    'office+training@x.example',
    'safeguarding.team@x.example',
    'dsl@x.example',
  ])('is asked about: %s', (email) => {
    expect(looksShared(email)).toBe(true);
  });

  it.each([
    'priya.shah@x.example',
    'p.shah@x.example',
    'head.p@x.example',
    'infomary@x.example',
    'heather.smith1@x.example',
    'officer.jones@x.example',
    '@x.example',
    '',
  ])('is not asked about: %s', (email) => {
    expect(looksShared(email)).toBe(false);
  });
});
