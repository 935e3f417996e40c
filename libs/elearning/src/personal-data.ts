import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type DataSection, Database, PersonalData, type PersonalDataOwner, yearAlone } from '@roundtable/platform';
import { In } from 'typeorm';
import { AttemptEntity } from './attempt.entity';
import { CompletionEntity } from './completion.entity';
import { CompletionEditionEntity } from './guidance/completion-edition.entity';
import { GuidanceDocumentEntity } from './guidance/guidance-document.entity';
import { GuidanceEditionEntity } from './guidance/guidance-edition.entity';
import { ModuleEntity } from './module.entity';

/** What is held about what people learnt. */
@Injectable()
export class ElearningPersonalData implements PersonalDataOwner, OnModuleInit {
  readonly name = 'elearning';
  readonly position = 20;
  readonly covers = ['completions', 'completion_editions', 'attempts'];

  constructor(
    private readonly database: Database,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.register(this);
  }

  async exportOf(personId: string): Promise<DataSection[]> {
    const completions = await this.database
      .repo(CompletionEntity)
      .find({ where: { personId }, order: { completedAt: 'ASC' } });
    const guidance = await this.guidanceOf(completions.map(({ id }) => id));
    const attempts = await this.database.repo(AttemptEntity).find({ where: { personId }, order: { at: 'ASC' } });
    const modules = await this.database
      .repo(ModuleEntity)
      .findBy({ id: In([...new Set(attempts.map(({ moduleId }) => moduleId))]) });
    const titles = new Map(modules.map(({ id, title }) => [id, title]));
    return [
      {
        title: 'What you completed',
        rows: completions.map((row) => ({
          Title: row.title,
          Kind: row.moduleId === null ? 'course' : 'e-learning',
          Edition: row.edition,
          'Guidance taught': guidance.get(row.id) ?? null,
          'Completed on': row.completedAt,
          'Valid until': row.expiresAt,
          'Days before it when we reminded you': row.remindedDays,
          'Known from': row.source,
          'Withdrawn on': row.withdrawnAt,
          Sector: row.sector,
          'Job role': row.jobRole,
          Area: row.area,
        })),
      },
      {
        title: 'Knowledge checks you took',
        rows: attempts.map((row) => ({
          Module: titles.get(row.moduleId) ?? null,
          'Taken on': row.at,
          'Score in per cent': row.scorePercent,
          Passed: row.hasPassed,
        })),
      },
    ];
  }

  /** Title, year, sector and score stay. */
  async forget(personId: string): Promise<void> {
    const completions = this.database.repo(CompletionEntity);
    for (const { id, completedAt } of await completions.findBy({ personId }))
      await completions.update(
        { id },
        { completedAt: yearAlone(completedAt), expiresAt: null, agencyId: null, jobRole: null, area: null },
      );
    const attempts = this.database.repo(AttemptEntity);
    for (const { id, at } of await attempts.findBy({ personId })) await attempts.update({ id }, { at: yearAlone(at) });
  }

  /** By completion: 'Working Together 2023, Keeping children safe in education 2025'. */
  private async guidanceOf(completionIds: string[]): Promise<Map<string, string>> {
    if (completionIds.length === 0) return new Map();
    const rows = await this.database
      .repo(CompletionEditionEntity)
      .createQueryBuilder('taught')
      .innerJoin(GuidanceEditionEntity, 'edition', 'edition.id = taught.editionId')
      .innerJoin(GuidanceDocumentEntity, 'document', 'document.id = edition.documentId')
      .select(['taught.completionId AS id', 'document.title AS title', 'edition.name AS name'])
      .where('taught.completionId IN (:...completionIds)', { completionIds })
      .orderBy('document.title')
      .getRawMany<{ id: string; title: string; name: string }>();
    const byId = new Map<string, string>();
    for (const { id, title, name } of rows)
      byId.set(id, [...(byId.has(id) ? [byId.get(id)] : []), `${title} ${name}`].join(', '));
    return byId;
  }

  async lastActivityOf(personIds: readonly string[]): Promise<Map<string, Date>> {
    const last = new Map<string, Date>();
    const note = (id: string, at: Date): void => {
      if ((last.get(id) ?? new Date(0)) < at) last.set(id, at);
    };
    const wanted = { personId: In([...personIds]) };
    for (const row of await this.database.repo(CompletionEntity).findBy(wanted)) note(row.personId, row.completedAt);
    for (const row of await this.database.repo(AttemptEntity).findBy(wanted)) note(row.personId, row.at);
    return last;
  }
}
