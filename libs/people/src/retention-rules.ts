import { type Database, MessageEntity, type PersonalData, type RetentionRule, batchOf } from '@roundtable/platform';
import { In, IsNull, LessThan, MoreThan } from 'typeorm';
import { AccountEntity } from './account.entity';
import { LAST_LETTER } from './data-rights/data-requests.service';
import type { ErasuresService } from './data-rights/erasures.service';
import { PersonEntity } from './person.entity';
import { AddressProofEntity } from './proofs/address-proof.entity';
import { RegistrationEntity } from './registration/registration.entity';
import { SignInEntity } from './sign-in/sign-in.entity';

const BATCH = 500;
/** Each of these is an erasure in every library, so a transaction takes few of them. */
const FEW = 25;
/** No sign-in runs for longer, whatever the partnership set. */
const LONGEST_SIGN_IN_DAYS = 30;

/** What is kept of people and of how they sign in, and for how long. */
export function peopleRules(
  database: Database,
  personalData: PersonalData,
  erasures: ErasuresService,
): RetentionRule[] {
  return [
    trainingRecords(database, personalData, erasures),
    {
      name: 'people.unconfirmed-accounts',
      title: 'An account that nobody confirmed, from when it was made',
      unit: 'days',
      usual: 30,
      async overdue(before, start) {
        const rows = await database.repo(AccountEntity).find({
          where: { id: MoreThan(start), confirmedAt: IsNull(), createdAt: LessThan(before) },
          order: { id: 'ASC' },
          take: BATCH,
        });
        return batchOf(
          rows.map(({ id, personId }) => ({ id, reference: id, belongsTo: [personId] })),
          BATCH,
        );
      },
      async erase(ids) {
        await database.repo(AccountEntity).delete({ id: In([...ids]), confirmedAt: IsNull() });
      },
    },
    expiring(
      database,
      RegistrationEntity,
      'people.registrations',
      'An account that was asked for and never confirmed, from when its link ran out',
    ),
    expiring(
      database,
      AddressProofEntity,
      'people.proofs',
      'A code or link that was mailed to prove an address, from when it ran out',
    ),
    endedSignIns(database),
    {
      name: 'people.last-letters',
      title: 'The email that tells somebody that they are erased, from when it was written',
      unit: 'days',
      usual: 7,
      async overdue(before, start) {
        const rows = await database.repo(MessageEntity).find({
          select: { id: true },
          where: {
            id: MoreThan(start),
            kind: LAST_LETTER,
            createdAt: LessThan(before),
            state: In(['kept', 'sent', 'failed']),
          },
          order: { id: 'ASC' },
          take: BATCH,
        });
        return batchOf(
          rows.map(({ id }) => ({ id, reference: id, belongsTo: [] })),
          BATCH,
        );
      },
      async erase(ids) {
        await database.repo(MessageEntity).delete({ id: In([...ids]) });
      },
    },
  ];
}

/** Six years after a person last did anything their record loses its identity; the figures stay. */
function trainingRecords(database: Database, personalData: PersonalData, erasures: ErasuresService): RetentionRule {
  return {
    name: 'people.training-records',
    title: 'Who somebody was, from their last booking, attendance, completion or sign-in',
    unit: 'months',
    usual: 72,
    async overdue(before, start) {
      const people = await database.repo(PersonEntity).find({
        where: { id: MoreThan(start), erasedAt: IsNull(), mergedIntoId: IsNull(), createdAt: LessThan(before) },
        order: { id: 'ASC' },
        take: FEW,
      });
      const last = await personalData.lastActivityOf(people.map(({ id }) => id));
      const rows = [];
      for (const { id, createdAt } of people) {
        if ((last.get(id) ?? createdAt) >= before) continue;
        if ((await personalData.blocksOf(id)).length === 0) rows.push({ id, reference: id, belongsTo: [] });
      }
      return { rows, next: people.length < FEW ? null : (people.at(-1)?.id ?? null) };
    },
    async erase(ids) {
      for (const id of ids) await erasures.erase(id);
    },
  };
}

/** The latest sign-in of each person stays: it is when they were last active. */
function endedSignIns(database: Database): RetentionRule {
  return {
    name: 'people.sign-ins',
    title: 'A sign-in that is over, from its last use; the latest of each person stays with their record',
    unit: 'days',
    usual: 30,
    isRealTime: true,
    async overdue(before, start) {
      const over = new Date(Date.now() - LONGEST_SIGN_IN_DAYS * 24 * 3600_000);
      const rows = await database
        .repo(SignInEntity)
        .createQueryBuilder('entry')
        .where('entry.id > :start AND entry.lastSeenAt < :before', { start, before })
        .andWhere('(entry.endedAt IS NOT NULL OR entry.startedAt < :over)', { over })
        .andWhere(
          `EXISTS ${database
            .repo(SignInEntity)
            .createQueryBuilder('later')
            .subQuery()
            .select('later.id')
            .from(SignInEntity, 'later')
            .where('later.personId = entry.personId AND later.startedAt > entry.startedAt')
            .getQuery()}`,
        )
        .orderBy('entry.id', 'ASC')
        .limit(BATCH)
        .getMany();
      return batchOf(
        rows.map(({ id, personId }) => ({ id, reference: id, belongsTo: [personId] })),
        BATCH,
      );
    },
    async erase(ids) {
      await database.repo(SignInEntity).delete({ id: In([...ids]) });
    },
  };
}

/** Rows that run out, stamped with real time, and belong to nobody who could be held. */
function expiring(
  database: Database,
  entity: new () => { id: string; expiresAt: Date },
  name: string,
  title: string,
): RetentionRule {
  const expired = () => database.repo<{ id: string; expiresAt: Date }>(entity);
  return {
    name,
    title,
    unit: 'days',
    usual: 1,
    isRealTime: true,
    async overdue(before, start) {
      const rows = await expired().find({
        select: { id: true },
        where: { id: MoreThan(start), expiresAt: LessThan(before) },
        order: { id: 'ASC' },
        take: BATCH,
      });
      return batchOf(
        rows.map(({ id }) => ({ id, reference: id, belongsTo: [] })),
        BATCH,
      );
    },
    async erase(ids) {
      await expired().delete({ id: In([...ids]) });
    },
  };
}
