import type { Database } from '../../database';
import type { Letter } from '../letter';
import { MailWordingEntity } from './mail-wording.entity';
import type { FilledTemplate, MailTemplate, Wording } from './mail-template';
import { letterOf } from './wording-rules';

const FRESH_FOR_MS = 10_000;

/** The kinds of mail whose words the partnership may change, and what it made of them. */
export class Wordings {
  private readonly templates = new Map<string, MailTemplate>();
  private kept: Map<string, Wording> | null = null;
  private readAt = 0;

  constructor(private readonly database: Database) {}

  /** The libraries declare their mails when their modules start. */
  declare(templates: readonly MailTemplate[]): void {
    for (const template of templates) {
      if (this.templates.has(template.id)) throw new Error(`Two mails are called ${template.id}.`);
      this.templates.set(template.id, template);
    }
  }

  /** Every declared mail, in the order of declaring. */
  all(): MailTemplate[] {
    return [...this.templates.values()];
  }

  byId(id: string): MailTemplate | null {
    return this.templates.get(id) ?? null;
  }

  /** The letter as it goes out now: in the partnership's words where it has some, else in the original ones. */
  async letter(mail: FilledTemplate): Promise<Letter> {
    const { id, original } = mail.template;
    if (!this.templates.has(id)) throw new Error(`The mail ${id} was not declared.`);
    return letterOf((await this.own()).get(id) ?? original, mail);
  }

  /** To be read again, since staff changed one. Other processes see the change within ten seconds. */
  forget(): void {
    this.kept = null;
  }

  private async own(): Promise<Map<string, Wording>> {
    if (this.kept && Date.now() - this.readAt < FRESH_FOR_MS) return this.kept;
    const rows = await this.database.repo(MailWordingEntity).find();
    this.readAt = Date.now();
    this.kept = new Map(rows.map((row) => [row.templateId, row]));
    return this.kept;
  }
}
