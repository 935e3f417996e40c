import { describe, expect, it } from '@jest/globals';
import { ShapePipe } from '@roundtable/platform';
import { CourseChangeDto, NewCourseDto } from './course.dto';

const shape = new ShapePipe();
const errorsOf = async (metatype: new () => object, body: unknown): Promise<unknown> =>
  Promise.resolve(shape.transform(body, { type: 'body', metatype })).then(
    () => ({}),
    (error: { more: { errors?: unknown; detail?: unknown } }) => error.more.errors ?? error.more.detail,
  );

describe('the shape of a course', () => {
  it('names what is missing', async () => {
    expect(await errorsOf(NewCourseDto, {})).toEqual({ title: 'Enter the title', summary: 'Enter the summary' });
    expect(await errorsOf(NewCourseDto, { title: ' ', summary: 7 })).toEqual({
      title: 'Enter the title',
      summary: 'Enter the summary',
    });
  });

  it('has a sentence of its own for each rule', async () => {
    const wrong = {
      title: 'x'.repeat(201),
      summary: 'S',
      code: '',
      kind: 'talk',
      hours: '3',
      validityMonths: 0,
      level: 2,
    };
    expect(await errorsOf(NewCourseDto, wrong)).toEqual({
      title: 'The title must be 200 characters or fewer',
      code: 'Enter the code',
      kind: 'The kind must be one of course, workshop, seminar, briefing, network, conference',
      hours: 'The hours must be a number',
      validityMonths: 'The validity must be 1 month or more',
      level: 'The level must be text',
    });
  });

  it('reaches into outcome statements', async () => {
    const body = { outcomeStatements: [{ stem: 'knowledge of', wording: 'Signs', id: 'x' }, { stem: 'love of' }] };
    expect(await errorsOf(CourseChangeDto, body)).toEqual({
      'outcomeStatements.1.stem': 'The stem must be one of knowledge of, skill in, confidence in',
      'outcomeStatements.1.wording': 'Enter the wording',
    });
  });

  it('may leave out everything in a change, empty what may be empty, and never the title', async () => {
    expect(await errorsOf(CourseChangeDto, {})).toEqual({});
    expect(await errorsOf(CourseChangeDto, { aims: null, hours: null })).toEqual({});
    expect(await errorsOf(CourseChangeDto, { title: null })).toEqual({ title: 'Enter the title' });
    expect(await errorsOf(CourseChangeDto, { status: 'published' })).toEqual({ names: ['status'] });
  });
});
