import { Injectable } from '@nestjs/common';
import type { GuidanceEditionView, GuidanceView } from '@roundtable/contracts';
import {
  GuidanceDocumentEntity,
  GuidanceEditionEntity,
  type GuidanceListQuery,
  ModulesService,
  TaughtEditionEntity,
} from '@roundtable/elearning';
import { Database, Page, folded, found, windowOf } from '@roundtable/platform';
import { In } from 'typeorm';
import { CourseEntity } from './course.entity';

const SORTS = { title: 'document.titleKey', createdAt: 'document.createdAt', id: 'document.id' };

/** Guidance with what teaches it. Here, because courses are among what does. */
@Injectable()
export class GuidanceQueries {
  constructor(
    private readonly database: Database,
    private readonly modules: ModulesService,
  ) {}

  async list(query: GuidanceListQuery): Promise<Page<GuidanceView>> {
    const window = windowOf(query, SORTS, { sort: 'title', order: 'ASC' });
    const rows = this.database.repo(GuidanceDocumentEntity).createQueryBuilder('document').where('1 = 1');
    if (query.id) rows.andWhere('document.id IN (:...ids)', { ids: query.id });
    if (query.q) rows.andWhere('document.titleKey LIKE :q', { q: `%${folded(query.q)}%` });
    const [documents, total] = await rows
      .orderBy(window.sort, window.order)
      .addOrderBy('document.id')
      .offset(window.skip)
      .limit(window.take)
      .getManyAndCount();
    return new Page(await this.views(documents), total);
  }

  async one(id: string): Promise<GuidanceView> {
    const document = found(await this.database.repo(GuidanceDocumentEntity).findOneBy({ id }));
    return found((await this.views([document]))[0]);
  }

  private async views(documents: readonly GuidanceDocumentEntity[]): Promise<GuidanceView[]> {
    if (documents.length === 0) return [];
    const editions = await this.database
      .repo(GuidanceEditionEntity)
      .find({ where: { documentId: In(documents.map(({ id }) => id)) }, order: { position: 'DESC' } });
    const taught = await this.database
      .repo(TaughtEditionEntity)
      .findBy({ editionId: In(editions.map(({ id }) => id)) });
    const titles = await this.titlesOf(taught);
    return documents.map(({ id, title }) => {
      const own = editions.filter(({ documentId }) => documentId === id);
      return {
        id,
        title,
        editions: own.map((edition, index) => ({
          id: edition.id,
          name: edition.name,
          addedAt: edition.addedAt.toISOString(),
          isNewest: index === 0,
          taughtBy: taught.filter(({ editionId }) => editionId === edition.id).flatMap((one) => titles(one)),
        })),
      };
    });
  }

  private async titlesOf(
    taught: readonly TaughtEditionEntity[],
  ): Promise<(one: TaughtEditionEntity) => GuidanceEditionView['taughtBy']> {
    const modules = await this.modules.byIds(taught.flatMap(({ moduleId }) => moduleId ?? []));
    const courseIds = [...new Set(taught.flatMap(({ courseId }) => courseId ?? []))];
    const courses = courseIds.length
      ? await this.database.repo(CourseEntity).find({ select: { id: true, title: true }, where: { id: In(courseIds) } })
      : [];
    return ({ moduleId, courseId }) => {
      const module = moduleId === null ? undefined : modules.get(moduleId);
      const course = courses.find(({ id }) => id === courseId);
      if (module) return [{ kind: 'module', id: module.id, title: module.title }];
      return course ? [{ kind: 'course', id: course.id, title: course.title }] : [];
    };
  }
}
