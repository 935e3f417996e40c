import { Injectable } from '@nestjs/common';
import { Database } from '@roundtable/platform';
import { CompletionEntity } from '../completion.entity';
import { attendanceKey } from '../completions.service';
import { CompletionEditionEntity } from './completion-edition.entity';
import { GuidanceDocumentEntity } from './guidance-document.entity';
import { GuidanceEditionEntity } from './guidance-edition.entity';

/** What attending a course completed: until when, and which guidance was taught. */
export interface AttendanceRecord {
  expiresAt: Date | null;
  /** 'Working Together, 2023', by title. */
  editions: string[];
}

/** What is on record of a booking's attendance, as it was then: later changes of the course do not touch it. */
@Injectable()
export class AttendanceRecords {
  constructor(private readonly database: Database) {}

  /** Null where nothing was completed, or it was withdrawn. */
  async of(bookingId: string): Promise<AttendanceRecord | null> {
    const completion = await this.database.repo(CompletionEntity).findOneBy({ sourceKey: attendanceKey(bookingId) });
    if (!completion || completion.withdrawnAt) return null;
    const editions = await this.database
      .repo(CompletionEditionEntity)
      .createQueryBuilder('taught')
      .innerJoin(GuidanceEditionEntity, 'edition', 'edition.id = taught.editionId')
      .innerJoin(GuidanceDocumentEntity, 'document', 'document.id = edition.documentId')
      .where('taught.completionId = :id', { id: completion.id })
      .select(['document.title AS title', 'edition.name AS name'])
      .orderBy('document.titleKey')
      .getRawMany<{ title: string; name: string }>();
    return { expiresAt: completion.expiresAt, editions: editions.map(({ title, name }) => `${title}, ${name}`) };
  }
}
