import { describe, expect, it } from '@jest/globals';
import { PERMISSIONS, STAFF_ROLES, needsSecondFactor } from '@roundtable/contracts';

describe('who needs a second factor where the partnership asks for one', () => {
  it.each([...STAFF_ROLES, 'trainer'] as const)('a %s', (role) => {
    expect(needsSecondFactor([role])).toBe(true);
  });

  it('somebody who is a practitioner beside', () => {
    expect(needsSecondFactor(['practitioner', 'trainer'])).toBe(true);
  });

  it('every role that an export is open to', () => {
    const exporting = Object.entries(PERMISSIONS).filter(([name]) => name.endsWith('.export'));
    for (const role of exporting.flatMap(([, roles]) => [...roles]))
      if (role !== 'visitor') expect([role, needsSecondFactor([role])]).toEqual([role, true]);
  });

  it.each([[[]], [['practitioner']]] as const)('not %j', (roles) => {
    expect(needsSecondFactor(roles)).toBe(false);
  });
});
