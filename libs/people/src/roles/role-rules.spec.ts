import { describe, expect, it } from '@jest/globals';
import { ROLES, type Role } from '@roundtable/contracts';
import { VISITOR } from '@roundtable/platform';
import { mayGrant, scopeProblems } from './role-rules';

const withRoles = (...roles: Role[]) => ({ ...VISITOR, roles });

describe('giving roles', () => {
  it.each([
    ['administrator', ['agency-lead', 'trainer']],
    ['coordinator', ['agency-lead', 'trainer']],
    [
      'system-owner',
      [
        'administrator',
        'coordinator',
        'evaluation-reader',
        'information-governance',
        'system-owner',
        'answers-exporter',
      ],
    ],
    ['agency-lead', []],
    ['information-governance', []],
    ['practitioner', []],
  ] as const)('lets the %s give these and no others', (role, may) => {
    expect(ROLES.filter((wanted) => mayGrant(withRoles(role), wanted))).toEqual(may);
  });

  it('asks a lead for one agency or one group, and nobody else for either', () => {
    expect(scopeProblems({ role: 'agency-lead', agencyId: 'a' })).toEqual({});
    expect(scopeProblems({ role: 'agency-lead', groupId: 'g' })).toEqual({});
    expect(Object.keys(scopeProblems({ role: 'agency-lead' }))).toEqual(['agencyId']);
    expect(Object.keys(scopeProblems({ role: 'agency-lead', agencyId: 'a', groupId: 'g' }))).toEqual(['agencyId']);
    expect(Object.keys(scopeProblems({ role: 'trainer', agencyId: 'a' }))).toEqual(['agencyId']);
    expect(scopeProblems({ role: 'trainer' })).toEqual({});
  });
});
