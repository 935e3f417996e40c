import { describe, expect, it } from '@jest/globals';
import { spanOf, whyNotReady } from './event-rules';

const NOW = new Date('2026-05-20T10:00:00Z');
const at = (startsAt: string) => ({ startsAt: new Date(startsAt), endsAt: new Date(startsAt) });

describe('publishing an event', () => {
  it('needs a published course and a session that is still to come', () => {
    const sessions = [at('2026-05-20T09:00:00Z'), at('2026-05-21T09:00:00Z')];
    expect(whyNotReady({ status: 'published' }, sessions, NOW)).toEqual([]);
    expect(whyNotReady({ status: 'draft' }, sessions.slice(0, 1), NOW)).toEqual([
      'Publish the course first.',
      'Add a session that is still to come.',
    ]);
  });
});

describe('the span of an event', () => {
  it('is from the start of the first session to the end of the last', () => {
    const [first, last] = [at('2026-05-20T09:00:00Z'), at('2026-05-27T09:00:00Z')];
    expect(spanOf([first, last])).toEqual({ startsAt: first.startsAt, endsAt: last.endsAt });
    expect(spanOf([])).toEqual({ startsAt: null, endsAt: null });
  });
});
