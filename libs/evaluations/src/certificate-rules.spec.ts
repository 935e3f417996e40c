import { describe, expect, it } from '@jest/globals';
import { BookingEntity } from '@roundtable/bookings';
import { CertificateEntity } from './certificate.entity';
import { initialsOf, isReleased, isValid, lengthInWords, renewalDay } from './certificate-rules';
import { ResponseEntity } from './response.entity';

function aBooking(facts: Partial<BookingEntity> = {}): BookingEntity {
  return Object.assign(new BookingEntity(), { status: 'confirmed', attendance: 'attended', ...facts });
}

const sent = Object.assign(new ResponseEntity(), { sentAt: new Date('2026-02-18T12:10:00Z'), isLate: false });
const issued = Object.assign(new CertificateEntity(), { withdrawnAt: null });

describe('isReleased', () => {
  it('needs attendance and the answers after', () => {
    expect(isReleased(aBooking(), sent)).toBe(true);
    expect(isReleased(aBooking(), null)).toBe(false);
    expect(isReleased(aBooking(), Object.assign(new ResponseEntity(), { sentAt: null }))).toBe(false);
  });

  it.each(['partly_attended', 'absent', null] as const)('is not released to somebody who was %p', (attendance) => {
    expect(isReleased(aBooking({ attendance }), sent)).toBe(false);
  });

  it('is released by late answers too', () => {
    expect(isReleased(aBooking(), Object.assign(new ResponseEntity(), sent, { isLate: true }))).toBe(true);
  });
});

describe('isValid', () => {
  it('ends with a withdrawal and with a corrected register', () => {
    expect(isValid(issued, aBooking())).toBe(true);
    expect(isValid(issued, aBooking({ attendance: 'absent' }))).toBe(false);
    expect(isValid(Object.assign(new CertificateEntity(), { withdrawnAt: new Date() }), aBooking())).toBe(false);
  });
});

describe('what a certificate prints', () => {
  it('has the length in words', () => {
    expect([180, 150, 60, 45, 61, 0, null].map(lengthInWords)).toEqual([
      '3 hours',
      '2 hours 30 minutes',
      '1 hour',
      '45 minutes',
      '1 hour 1 minute',
      null,
      null,
    ]);
  });

  it('has a renewal day in London, clamped to the end of the month', () => {
    expect(renewalDay(new Date('2024-02-29T12:30:00Z'), 36)).toEqual(new Date('2027-02-28T12:30:00Z'));
    expect(renewalDay(new Date('2024-02-29T12:30:00Z'), null)).toBeNull();
  });

  it('has initials as the name is written', () => {
    expect(initialsOf('Amélie de Jong')).toBe('AdJ');
  });
});
