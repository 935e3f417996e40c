import { beforeAll, expect, it } from '@jest/globals';
import { SYSTEM } from '@roundtable/platform';
import { onEachEngine } from '@roundtable/schema/testing';
import { CourseEntity } from './course.entity';
import { CoursesWorld, ENTITIES } from './courses.builder';
import { LearningSourceEntity } from './learning-source.entity';

const HEADING = 'code,title,level,topic,audience,prerequisite,prerequisite_policy,learning_sources';
const SHEET = `${HEADING}
HSB,Harmful Sexual Behaviour,3,Harmful sexual behaviour,Practitioners who may need to identify and respond,,,Independent Inquiry into Child Sexual Abuse; local case review; HSB audit
MA,Managing Allegations Workshop,4,Allegations against staff,Staff whose designated role includes managing allegations against staff or volunteers,e-learning: Managing allegations and concerns in relation to adults working with children,block,
RPC,Reducing Parental Conflict awareness and resources,2,Parental conflict,"Practitioners, managers and professionals supporting parents and carers",e-learning: Introduction to reducing parental conflict,provisional,
DSLN,Early Years DSL Network,,Network,Designated safeguarding leads in early years,,,
ST,Safeguarding Together briefing,,Briefing,All practitioners,,,
`;

onEachEngine(ENTITIES, (world) => {
  let given: CoursesWorld;

  beforeAll(async () => {
    world.clock.set('2026-03-02T10:00:00Z');
    given = new CoursesWorld(world);
    await given.begin();
  });

  it('keeps nothing of a dry run', async () => {
    expect(await given.takeIn(SHEET, true)).toMatchObject({ rows: 5, created: 5, rejected: [] });
    expect(await world.database.repo(CourseEntity).count()).toBe(0);
  });

  it('takes the sheet in once: a second run changes nothing', async () => {
    expect(await given.takeIn(SHEET)).toEqual({ rows: 5, created: 5, updated: 0, unchanged: 0, rejected: [] });
    expect(await given.takeIn(SHEET)).toEqual({ rows: 5, created: 0, updated: 0, unchanged: 5, rejected: [] });
    expect(await world.database.repo(LearningSourceEntity).count()).toBe(3);
  });

  it('publishes what it takes in, with prerequisites, policy, kind and a summary', async () => {
    expect(await given.queries.one(SYSTEM, 'MA')).toMatchObject({
      slug: 'managing-allegations-workshop',
      kind: 'workshop',
      status: 'published',
      level: '4',
      prerequisitePolicy: 'block',
      prerequisites: [{ kind: 'module', url: '/learning/managing-allegations-and-concerns' }],
      outcomeStatements: [{ stem: 'knowledge of', wording: 'Managing Allegations Workshop' }],
    });
    expect(await given.queries.one(SYSTEM, 'RPC')).toMatchObject({ prerequisitePolicy: 'provisional' });
    expect(await given.queries.one(SYSTEM, 'DSLN')).toMatchObject({
      kind: 'network',
      isSeries: true,
      level: null,
      summary: 'Early Years DSL Network: a network for designated safeguarding leads in early years.',
    });
  });

  it('changes what a row says otherwise, and leaves alone what an empty cell does not say', async () => {
    const result = await given.takeIn(
      `${HEADING}\nhsb,Harmful Sexual Behaviour,4,,,,,RR1/21\nST,Safeguarding Together briefing,,,,WT,,`,
    );
    expect(result).toMatchObject({ updated: 1, rejected: [{ row: 3, column: 'prerequisite', value: 'WT' }] });
    expect(await given.queries.one(SYSTEM, 'HSB')).toMatchObject({ level: '4', topic: 'Harmful sexual behaviour' });
    const { id: courseId } = await given.queries.one(SYSTEM, 'HSB');
    expect((await given.sources.list({ courseId })).items).toMatchObject([
      { description: 'RR1/21', kind: 'rapid-review', publicWording: null },
    ]);
  });

  it('rejects a prerequisite that nobody knows, and the rest still goes in', async () => {
    const result = await given.takeIn(
      `${HEADING}\nX,Unknown,,,,e-learning: No such module,block,\nNEG,Neglect,3,Neglect,All practitioners,,,`,
    );
    expect(result).toEqual({
      rows: 2,
      created: 1,
      updated: 0,
      unchanged: 0,
      rejected: [
        {
          row: 2,
          column: 'prerequisite',
          value: 'e-learning: No such module',
          reason: 'There is no e-learning module of this title.',
        },
      ],
    });
  });

  it('rejects prerequisites that lead back to the course', async () => {
    const result = await given.takeIn(`${HEADING}\nHSB,Harmful Sexual Behaviour,,,,NEG,,\nNEG,Neglect,,,,HSB,,`);
    expect(result).toMatchObject({ updated: 1, rejected: [{ row: 3, column: 'prerequisite', value: 'HSB' }] });
  });
});
