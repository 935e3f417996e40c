import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, Like } from 'typeorm';
import { AuditEntryEntity } from '../audit/audit-entry.entity';
import { Audit } from '../audit/audit.service';
import { Database } from '../database';
import { IdempotentAnswerEntity } from '../idempotency/idempotent-answer.entity';
import { MessageEntity } from '../outbox/message.entity';
import { MergeEntity } from './merge.entity';
import { type DataSection, PersonalData, type PersonalDataOwner } from './personal-data';

/** What the platform holds about people: mails, answers kept for repeated requests, and traces. */
@Injectable()
export class OwnPersonalData implements PersonalDataOwner, OnModuleInit {
  readonly name = 'platform';
  readonly position = 90;
  readonly covers = ['messages', 'idempotent_answers', 'audit_entries', 'merges'];

  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.register(this);
  }

  async exportOf(personId: string): Promise<DataSection[]> {
    return [
      await this.messages(personId),
      await this.answers(personId),
      await this.merges(personId),
      await this.traces(personId),
    ];
  }

  /**
   * Mails lose address and text, and unsent ones go; so does the text of mails to others that name the person. Traces
   * keep who, when and what.
   */
  async forget(personId: string, names: readonly string[]): Promise<void> {
    const messages = this.database.repo(MessageEntity);
    await messages.delete({ personId, state: In(['queued', 'sending']) });
    await messages.update(
      { personId },
      {
        toName: '',
        toAddress: '',
        subject: '',
        textBody: '',
        htmlBody: '',
        calendar: null,
        lastError: null,
        unsubscribeUrl: null,
      },
    );
    for (const name of names)
      await messages.update(
        { textBody: Like(`%${name}%`), state: In(['kept', 'sent', 'failed']) },
        { textBody: '', htmlBody: '', calendar: null },
      );
    await this.database
      .repo(IdempotentAnswerEntity)
      .createQueryBuilder()
      .delete()
      // An answer to somebody else may name the person too: every view of a person carries the id.
      .where('person_id = :personId OR CAST(answer AS CHAR) LIKE :named', { personId, named: `%${personId}%` })
      .execute();
    await this.database
      .repo(MergeEntity)
      .update(mergesOf(personId), { fromName: '', intoName: '', conflicts: [] as never });
    await this.audit.forgetFields([personId]);
  }

  private async messages(personId: string): Promise<DataSection> {
    const rows = await this.database.repo(MessageEntity).find({ where: { personId }, order: { createdAt: 'ASC' } });
    return {
      title: 'Emails to you',
      note: 'The text of an email is erased before the fact that it was sent.',
      rows: rows.map((row) => ({
        Written: row.createdAt,
        Sent: row.sentAt,
        State: row.state,
        To: row.toAddress,
        Subject: row.subject,
        Text: row.textBody,
        'Calendar entry': row.calendar,
      })),
    };
  }

  private async answers(personId: string): Promise<DataSection> {
    const rows = await this.database.repo(IdempotentAnswerEntity).findBy({ personId });
    return {
      title: 'Answers kept so that a repeated request is not carried out twice',
      note: 'They are erased after a day. What they say is in the other sections.',
      rows: rows.map((row) => ({ 'Kept until': row.expiresAt })),
    };
  }

  private async merges(personId: string): Promise<DataSection> {
    const rows = await this.database.repo(MergeEntity).find({ where: mergesOf(personId), order: { at: 'ASC' } });
    return {
      title: 'Records that turned out to be yours',
      rows: rows.map((row) => ({ When: row.at, Name: row.fromName, 'Became a part of': row.intoName })),
    };
  }

  private async traces(personId: string): Promise<DataSection> {
    const rows = await this.database
      .repo(AuditEntryEntity)
      .find({ where: [{ actorId: personId }, { subjectId: personId }], order: { at: 'ASC' } });
    return {
      title: 'What was done by you and to your record',
      rows: rows.map((row) => {
        const isAbout = row.subjectId === personId;
        return {
          When: row.at,
          What: row.action,
          By: row.actorId === personId ? 'You' : row.actorId === null ? 'The service' : 'Somebody else',
          About: isAbout ? 'You' : row.subjectKind,
          // What somebody did to other people's data is theirs.
          Before: isAbout && row.before ? JSON.stringify(row.before) : null,
          After: isAbout && row.after ? JSON.stringify(row.after) : null,
          Reason: isAbout ? row.reason : null,
        };
      }),
    };
  }
}

const mergesOf = (personId: string) => [
  { kind: 'person' as const, fromId: personId },
  { kind: 'person' as const, intoId: personId },
];
