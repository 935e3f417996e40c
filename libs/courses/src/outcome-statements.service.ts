import { Injectable } from '@nestjs/common';
import { Clock, Database, folded, invalid, newId } from '@roundtable/platform';
import { In, IsNull } from 'typeorm';
import { OutcomeStatementEntity } from './outcome-statement.entity';
import { type WantedStatement, hasRepeated, planStatements } from './outcome-statement-rules';

/** The sentences that delegates rate. */
@Injectable()
export class OutcomeStatementsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The statements that are asked now, by course and in order; every course asked about has an entry. */
  async activeOf(courseIds: readonly string[]): Promise<Map<string, OutcomeStatementEntity[]>> {
    const byCourse = new Map(courseIds.map((id): [string, OutcomeStatementEntity[]] => [id, []]));
    if (!courseIds.length) return byCourse;
    const rows = await this.database.repo(OutcomeStatementEntity).find({
      where: { courseId: In([...byCourse.keys()]), retiredAt: IsNull() },
      order: { position: 'ASC', id: 'ASC' },
    });
    for (const row of rows) byCourse.get(row.courseId)?.push(row);
    return byCourse;
  }

  /** Statements by their ids, retired ones too; ids that are not there have no entry. */
  async byIds(ids: readonly string[]): Promise<Map<string, OutcomeStatementEntity>> {
    if (!ids.length) return new Map();
    const rows = await this.database.repo(OutcomeStatementEntity).findBy({ id: In([...new Set(ids)]) });
    return new Map(rows.map((row) => [row.id, row]));
  }

  /**
   * Makes these the statements of a course that are asked, in this order: what has other words is a new statement, and
   * what is no longer wanted is retired. Refuses none at all, and the same words twice.
   */
  async replace(courseId: string, wanted: readonly WantedStatement[]): Promise<void> {
    if (!wanted.length) throw invalid({ outcomeStatements: 'Give at least one outcome statement' });
    if (hasRepeated(wanted)) throw invalid({ outcomeStatements: 'Two of the outcome statements are the same' });
    await this.database.transaction(async () => {
      const statements = this.database.repo(OutcomeStatementEntity);
      const plan = planStatements(await statements.findBy({ courseId }), wanted);
      const rows = [
        ...plan.kept.map(({ statement, position }) => ({ ...statement, position, retiredAt: null })),
        ...plan.retired.map((statement) => ({ ...statement, retiredAt: this.clock.now() })),
      ];
      if (rows.length) await statements.upsert(rows, ['id']);
      const added = plan.added.map((one) => ({ id: newId(), courseId, ...one, retiredAt: null }));
      if (added.length) await statements.insert(added);
    });
  }

  /** What a course asks where nobody wrote a statement: how well people know what its title says. */
  async addDefault(courseId: string, title: string): Promise<void> {
    await this.replace(courseId, [defaultStatement(title)]);
  }

  /**
   * The statement of a course with this wording, whatever its case, accents or stem; made where there is none, for
   * imports of earlier answers. The one that the title alone gave gives way to the first that somebody wrote.
   */
  async findOrAdd(course: { id: string; title: string }, wanted: WantedStatement): Promise<OutcomeStatementEntity> {
    return this.database.transaction(async () => {
      const statements = this.database.repo(OutcomeStatementEntity);
      const all = await statements.find({ where: { courseId: course.id }, order: { position: 'ASC' } });
      const same = all.filter(({ wording }) => folded(wording) === folded(wanted.wording));
      const known = same.find(({ retiredAt }) => retiredAt === null) ?? same[0];
      if (known) return known;
      const active = all.filter(({ retiredAt }) => retiredAt === null);
      const written = active.filter(({ wording }) => wording !== defaultStatement(course.title).wording);
      if (written.length < active.length && !written.length)
        await statements.update({ courseId: course.id, retiredAt: IsNull() }, { retiredAt: this.clock.now() });
      const position = Math.max(-1, ...written.map((statement) => statement.position)) + 1;
      const added = statements.create({
        id: newId(),
        courseId: course.id,
        stem: wanted.stem,
        wording: wanted.wording.trim(),
        position,
        retiredAt: null,
      });
      await statements.insert(added);
      return added;
    });
  }
}

function defaultStatement(title: string): WantedStatement {
  return { stem: 'knowledge of', wording: title };
}
