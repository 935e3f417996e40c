import { describe, expect, it } from '@jest/globals';
import { type AnsweredEvent, type AnsweredMode, exportPlan, periodProblems, shownValues } from './export-rules';

let made = 0;
function rated(mode: AnsweredMode['mode'], respondents: number, personIds?: readonly string[]): AnsweredMode {
  const own = Array.from({ length: respondents }, (_, index) => `person-${made}-${index}`);
  return { mode, respondents, personIds: respondents < 5 ? (personIds ?? own) : [], answers: respondents };
}

function anEvent({ personIds, ...facts }: Partial<AnsweredEvent> & { personIds?: string[] } = {}): AnsweredEvent {
  made += 1;
  const { respondents = 5 } = facts;
  return {
    id: `event-${made}`,
    reference: `EV-${made}`,
    courseId: 'course',
    startsAt: new Date('2025-05-14T08:30:00Z'),
    endsAt: new Date('2025-05-14T11:30:00Z'),
    period: null,
    isDemonstration: false,
    respondents,
    modes: [rated('before', respondents, personIds), rated('after', respondents, personIds)],
    ...facts,
  };
}

const LATER = new Date('2026-06-01T12:00:00Z');
const plan = (events: AnsweredEvent[], period = {}, now = LATER) => exportPlan(events, period, now);
const namesOf = (events: AnsweredEvent[], period = {}, now = LATER) =>
  plan(events, period, now).groups.map(({ event, year, modes }) => [
    event?.reference ?? null,
    year,
    modes[0]?.respondents,
  ]);

describe('what leaves in an export of answers', () => {
  it('is an event by its name where five answered, once its six weeks are over', () => {
    const event = anEvent();
    expect(namesOf([event], {}, new Date('2025-06-25T11:29:00Z'))).toEqual([]);
    expect(namesOf([event], {}, new Date('2025-06-25T11:30:00Z'))).toEqual([[event.reference, '2025-26', 5]]);
  });

  it('is the small events of a course and year without their names, once the year is over', () => {
    const small = [
      anEvent({ respondents: 2 }),
      anEvent({ respondents: 3 }),
      anEvent({ respondents: 4, courseId: 'other' }),
    ];
    expect(namesOf(small)).toEqual([[null, '2025-26', 5]]);
    expect(plan(small).leftOut).toBe(1);
    expect(namesOf(small, {}, new Date('2026-05-12T00:00:00Z'))).toEqual([]);
    expect(namesOf(small, {}, new Date('2026-05-14T00:00:00Z'))).toHaveLength(1);
  });

  it('has no mode that fewer than five of a group answered', () => {
    const event = anEvent({ respondents: 6 });
    const few = plan([{ ...event, modes: [rated('before', 4), rated('after', 6)] }]);
    expect(few.groups).toMatchObject([{ modes: [{ mode: 'after' }], answers: 6 }]);
    expect(plan([{ ...event, modes: [rated('before', 4), rated('after', 4)] }]).groups).toEqual([]);
    const small = [1, 2].map(() => anEvent({ respondents: 3 }));
    const [one, other] = small.map((of) => ({ ...of, modes: of.modes.slice(0, of === small[0] ? 1 : 2) }));
    expect(plan([one!, other!]).groups).toMatchObject([{ event: null, modes: [{ mode: 'before', respondents: 6 }] }]);
  });

  it('has follow-up only once nobody can answer it any more', () => {
    const event = anEvent();
    const asked = { ...event, modes: [...event.modes, rated('follow-up', 5)] };
    const modes = (now: string) => plan([asked], {}, new Date(now)).groups.flatMap((group) => group.modes);
    expect(modes('2025-09-30T12:00:00Z').map(({ mode }) => mode)).toEqual(['before', 'after']);
    expect(modes('2025-12-20T12:00:00Z').map(({ mode }) => mode)).toEqual(['before', 'after', 'follow-up']);
  });

  it('counts somebody at two small events once', () => {
    const personIds = ['a', 'b', 'c'];
    const twice = [anEvent({ respondents: 3, personIds }), anEvent({ respondents: 3, personIds })];
    expect(plan(twice)).toEqual({ groups: [], leftOut: 1 });
  });

  it('has small events only where their whole year is asked for', () => {
    const events = [anEvent({ respondents: 3 }), anEvent({ respondents: 3 }), anEvent()];
    const may = { from: '2025-05-01', to: '2025-05-31' };
    expect(namesOf(events, may).map(([name]) => name)).toEqual([events[2]!.reference]);
    expect(namesOf(events, { from: '2025-04-01', to: '2026-03-31' })).toHaveLength(2);
  });

  it('has history without a date by its year', () => {
    const history = anEvent({ startsAt: null, endsAt: null, period: '2020-21' });
    expect(namesOf([history], { from: '2020-04-01', to: '2021-03-31' })).toEqual([[history.reference, '2020-21', 5]]);
    expect(namesOf([history], { from: '2020-05-01' })).toEqual([]);
  });
});

describe('which values are shown', () => {
  const values = (counts: Record<string, number>) => [...shownValues(new Map(Object.entries(counts)))];

  it.each([
    [{ police: 4 }, []],
    [{ police: 5 }, ['police']],
    [{ police: 6, health: 5 }, ['police', 'health']],
    [{ police: 6, health: 3, schools: 2 }, ['police']],
  ])('of %j are %j', (counts, shown) => {
    expect(values(counts)).toEqual(shown);
  });

  it('leave no few whose value could be worked out', () => {
    expect(values({ police: 7, health: 5, schools: 2 })).toEqual(['police']);
    expect(values({ police: 5, schools: 1 })).toEqual([]);
  });
});

describe('a period of an export', () => {
  it('is of whole months', () => {
    expect(periodProblems({ from: '2025-04-01', to: '2026-02-28' })).toEqual({});
    expect(periodProblems({})).toEqual({});
    expect(Object.keys(periodProblems({ from: '2025-04-02', to: '2026-02-27' }))).toEqual(['from', 'to']);
    expect(Object.keys(periodProblems({ from: '2025-04-01', to: '2025-03-31' }))).toEqual(['to']);
  });
});
