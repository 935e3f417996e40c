import { Injectable } from '@nestjs/common';
import { ModulesService } from '@roundtable/elearning';
import {
  Clock,
  Database,
  type ImportOptions,
  type Importer,
  type RowOutcome,
  type SheetRow,
  folded,
  newId,
} from '@roundtable/platform';
import { CourseAddresses } from './course-addresses.service';
import { freeSlug, searchKeyOf, slugFrom } from './course-names';
import { type Catalogue, requiredBy } from './course-catalogue';
import { type CourseRow, kindNamedBy, readCourseRow, summaryFrom } from './course-row';
import { CourseEntity } from './course.entity';
import { CourseSheetLists } from './course-sheet-lists';
import { OutcomeStatementsService } from './outcome-statements.service';

/** Takes in a sheet of courses, each known by its code; new ones are published. */
@Injectable()
export class CoursesImporter implements Importer {
  readonly kind = 'courses';
  readonly columns = ['code', 'title'];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly modules: ModulesService,
    private readonly statements: OutcomeStatementsService,
    private readonly addresses: CourseAddresses,
    private readonly lists: CourseSheetLists,
  ) {}

  async begin(options: ImportOptions): Promise<(row: SheetRow) => Promise<RowOutcome>> {
    const catalogue = await this.read();
    return async ({ cells }) => {
      const reading = readCourseRow(cells);
      if (!reading.ok) return reading.problems;
      const there = catalogue.byCode.get(folded(reading.values.code));
      const required = requiredBy(reading.values, there, catalogue);
      if (!required.ok) return required.problems;
      const course = there ?? (await this.add(reading.values, options, catalogue));
      const changes = [
        there ? await this.update(there, reading.values, catalogue) : true,
        await this.lists.putTopic(course.id, reading.values.topic, catalogue),
        await this.lists.putPrerequisites(course.id, required.keys, catalogue),
        await this.lists.putSources(course.id, reading.values.learningSources, catalogue),
      ];
      return there ? (changes.includes(true) ? 'updated' : 'unchanged') : 'created';
    };
  }

  private async read(): Promise<Catalogue> {
    const courses = await this.database.repo(CourseEntity).find();
    const modules = await this.modules.byTitle();
    return {
      byCode: new Map(courses.map((course) => [folded(course.code), course])),
      byTitle: new Map(courses.map((course) => [folded(course.title), course])),
      moduleIdByTitle: new Map([...modules].map(([title, { id }]) => [title, id])),
      slugs: await this.addresses.taken(),
      ...(await this.lists.read(courses.map(({ id }) => id))),
    };
  }

  private async add(row: CourseRow, options: ImportOptions, catalogue: Catalogue): Promise<CourseEntity> {
    const kind = row.kind ?? kindNamedBy(row.title, row.topic);
    const course = this.database.repo(CourseEntity).create({
      id: newId(),
      code: row.code,
      slug: freeSlug(slugFrom(row.title), catalogue.slugs),
      title: row.title,
      searchKey: searchKeyOf(row, row.topic ? [row.topic] : []),
      kind,
      summary: row.summary ?? summaryFrom({ ...row, kind }),
      aims: null,
      audience: row.audience,
      audienceSectors: null,
      level: row.level,
      topic: row.topic,
      minutes: null,
      validityMonths: null,
      prerequisitePolicy: row.policy ?? 'block',
      isSeries: kind === 'network',
      status: 'published',
      isDemonstration: options.isDemonstration,
      createdAt: this.clock.now(),
    });
    await this.database.repo(CourseEntity).insert(course);
    await this.statements.addDefault(course.id, course.title);
    catalogue.slugs.add(course.slug);
    catalogue.byCode.set(folded(course.code), course);
    catalogue.byTitle.set(folded(course.title), course);
    return course;
  }

  private async update(course: CourseEntity, row: CourseRow, catalogue: Catalogue): Promise<boolean> {
    const wanted = { ...course };
    wanted.title = row.title;
    wanted.kind = row.kind ?? course.kind;
    wanted.level = row.level ?? course.level;
    wanted.topic = row.topic ?? course.topic;
    wanted.audience = row.audience ?? course.audience;
    wanted.summary = row.summary ?? course.summary;
    wanted.prerequisitePolicy = row.policy ?? course.prerequisitePolicy;
    const others = (catalogue.topics.get(course.id) ?? []).filter((one) => one !== wanted.topic);
    wanted.searchKey = searchKeyOf(wanted, [...(wanted.topic ? [wanted.topic] : []), ...others]);
    if (JSON.stringify(wanted) === JSON.stringify(course)) return false;
    const { title, kind, level, topic, audience, summary, prerequisitePolicy, searchKey } = wanted;
    const columns = { title, kind, level, topic, audience, summary, prerequisitePolicy, searchKey };
    await this.database.repo(CourseEntity).update({ id: course.id }, columns);
    Object.assign(course, columns);
    catalogue.byTitle.set(folded(title), course);
    return true;
  }
}
