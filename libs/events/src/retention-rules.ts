import { type Database, type RetentionRule, batchOf } from '@roundtable/platform';
import { In } from 'typeorm';
import { OutsideAttendanceEntity } from './elsewhere/outside-attendance.entity';

const BATCH = 500;

/** What is kept of other providers' training for a shorter time than that it was attended. */
export function eventRules(database: Database): RetentionRule[] {
  return [
    {
      name: 'events.outside-evidence',
      title: 'Evidence of training with other providers, from when it was accepted or declined',
      unit: 'months',
      usual: 12,
      async overdue(before, start) {
        const rows = await database
          .repo(OutsideAttendanceEntity)
          .createQueryBuilder('outside')
          .where('outside.evidence IS NOT NULL AND outside.decidedAt < :before', { before })
          .andWhere('outside.id > :start', { start })
          .orderBy('outside.id', 'ASC')
          .limit(BATCH)
          .getMany();
        return batchOf(
          rows.map(({ id, personId }) => ({ id, reference: id, belongsTo: [id, personId] })),
          BATCH,
        );
      },
      async erase(ids, before) {
        await database
          .repo(OutsideAttendanceEntity)
          .createQueryBuilder()
          .update()
          .set({ evidence: null, evidenceUrl: null })
          .where({ id: In([...ids]) })
          .andWhere('decided_at < :before', { before })
          .execute();
      },
    },
  ];
}
