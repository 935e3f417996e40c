import { Injectable } from '@nestjs/common';
import type { MailWordingChange, MailWordingView } from '@roundtable/contracts';
import {
  type Actor,
  Audit,
  Clock,
  Database,
  MailWordingEntity,
  Page,
  Problem,
  type Wording,
  Wordings,
  folded,
  found,
  invalid,
  isDuplicate,
  windowOf,
  wordingProblems,
} from '@roundtable/platform';
import type { MailWordingListQuery } from './mail-wording.dto';
import { mailWordingView, wordsOf } from './mail-wording.view';

const SORTS = { id: 'id' };

/** The partnership's own wording of mails. */
@Injectable()
export class MailWordings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly wordings: Wordings,
  ) {}

  /** Every kind of mail in the order in which things happen, as it goes out now. */
  async list(query: MailWordingListQuery): Promise<Page<MailWordingView>> {
    const { skip, take } = windowOf(query, SORTS, { sort: 'id', order: 'ASC' });
    const own = new Map((await this.database.repo(MailWordingEntity).find()).map((row) => [row.templateId, row]));
    const q = folded(query.q ?? '');
    const rows = this.wordings
      .all()
      .map((template) => mailWordingView(template, own.get(template.id) ?? null))
      .filter(({ id }) => query.id === undefined || query.id.includes(id))
      .filter(({ isOwn }) => query.isOwn === undefined || String(isOwn) === query.isOwn)
      .filter(({ name, group, when }) => [name, group, when].some((words) => folded(words).includes(q)));
    return new Page(rows.slice(skip, skip + take), rows.length);
  }

  async one(id: string): Promise<MailWordingView> {
    const template = found(this.wordings.byId(id));
    return mailWordingView(template, await this.database.repo(MailWordingEntity).findOneBy({ templateId: id }));
  }

  /**
   * Replaces the wording from the next mail on. Refuses merge fields that are not there and what the mail must say left
   * out, each at its part; and a version that is not the newest.
   */
  async change(actor: Actor, id: string, { version, ...wanted }: MailWordingChange): Promise<MailWordingView> {
    const template = found(this.wordings.byId(id));
    const wording = { ...wanted, action: template.original.action === null ? null : wanted.action };
    const problems = wordingProblems(template, wording);
    if (Object.keys(problems).length > 0) throw invalid(problems);
    return this.database.transaction(async () => {
      const before = await this.one(id);
      if (before.version !== version || !(await this.keep(actor, id, wording, version)))
        throw new Problem('wordings.changed-meanwhile');
      await this.audit.record(actor, {
        action: 'mail-wording.change',
        subjectKind: 'mail-wording',
        subjectId: null,
        before: { mail: id, ...wordsOf(before) },
        after: { mail: id, ...wording },
      });
      this.database.afterCommit(() => this.wordings.forget());
      return this.one(id);
    });
  }

  /** Back to the original. Again changes nothing. */
  async restore(actor: Actor, id: string): Promise<MailWordingView> {
    found(this.wordings.byId(id));
    return this.database.transaction(async () => {
      const before = await this.one(id);
      const done = await this.database.repo(MailWordingEntity).delete({ templateId: id });
      if (!done.affected) return before;
      await this.audit.record(actor, {
        action: 'mail-wording.restore',
        subjectKind: 'mail-wording',
        subjectId: null,
        before: { mail: id, ...wordsOf(before) },
        after: { mail: id },
      });
      this.database.afterCommit(() => this.wordings.forget());
      return this.one(id);
    });
  }

  /** Whether nobody was quicker. */
  private async keep(actor: Actor, id: string, wording: Wording, version: number): Promise<boolean> {
    const rows = this.database.repo(MailWordingEntity);
    const row = { ...wording, version: version + 1, changedAt: this.clock.now(), changedById: actor.personId };
    if (version > 0) return (await rows.update({ templateId: id, version }, row)).affected === 1;
    return rows.insert({ templateId: id, ...row }).then(
      () => true,
      (error: unknown) => {
        if (isDuplicate(error)) return false;
        throw error;
      },
    );
  }
}
