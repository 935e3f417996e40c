import { describe, expect, it } from '@jest/globals';
import { NOW, aCourse, anEvent } from '../frame/views.builder';
import { coursesPage } from './courses.presenter';

const none = { q: '', topic: '', level: '', delivery: null, onlyFree: false };
const workshop = aCourse();
const neglect = aCourse({ id: 'course-2', slug: 'neglect', title: 'Neglect', topic: 'Neglect', level: null });
const full = anEvent({ placesFree: 0 });
const later = anEvent({
  id: 'event-2',
  startsAt: '2024-06-05T08:30:00.000Z',
  endsAt: '2024-06-05T11:30:00.000Z',
  delivery: 'online',
  venue: null,
});
const page = (search = none, events = [full, later]) =>
  coursesPage(search, [neglect, workshop], [neglect, workshop], events, NOW);

describe('the list of courses', () => {
  it('puts first what comes first, and courses without a date last', () => {
    expect(page().courses.map(({ title, when }) => [title, when])).toEqual([
      ['Managing Allegations Workshop', 'Wednesday 22 May 2024, 9:30am to 12:30pm'],
      ['Neglect', 'No dates at the moment'],
    ]);
  });

  it('shows the next date that suits what was asked', () => {
    const when = 'Wednesday 5 June 2024, 9:30am to 12:30pm';
    expect(page({ ...none, onlyFree: true }).courses.map((course) => course.when)).toEqual([when]);
    expect(page({ ...none, delivery: 'online' as never }).courses.map((course) => course.when)).toEqual([when]);
    expect(page({ ...none, delivery: 'blended' as never })).toMatchObject({ found: 'No courses match', courses: [] });
  });

  it('shows no date that has begun or was called off', () => {
    const events = [anEvent({ startsAt: '2024-05-08T07:00:00.000Z' }), anEvent({ status: 'cancelled' })];
    expect(page(none, events).courses.map(({ when }) => when)).toEqual([
      'No dates at the moment',
      'No dates at the moment',
    ]);
  });

  it('offers the topics and levels that there are', () => {
    const { topics, levels } = page({ ...none, topic: 'Neglect' });
    expect(topics.map(({ text, selected }) => [text, selected])).toEqual([
      ['Any topic', false],
      ['Allegations against staff', false],
      ['Neglect', true],
    ]);
    expect(levels.map(({ text }) => text)).toEqual(['Any level', 'Level 4']);
  });
});
