import { Injectable } from '@nestjs/common';
import { PersonEntity } from '@roundtable/people';
import { Database } from '@roundtable/platform';
import { EventTrainerEntity } from './event-trainer.entity';
import { TrainerEntity } from './trainer.entity';

/** A trainer who gives an event and can be written to. */
export interface TrainerToWriteTo {
  /** Of the trainer on this event. */
  id: string;
  eventId: string;
  /** Empty for a trainer without an entry as a person. */
  personId: string | null;
  name: string;
  address: string;
  /** Whether a link to the register was mailed to them. */
  hasLink: boolean;
}

/** Who is written to about events that they give. */
@Injectable()
export class TrainerAddresses {
  constructor(private readonly database: Database) {}

  /** The trainers who confirmed these events and have an address, in one statement. */
  async ofEvents(eventIds: readonly string[]): Promise<TrainerToWriteTo[]> {
    if (eventIds.length === 0) return [];
    const rows = await this.database
      .repo(EventTrainerEntity)
      .createQueryBuilder('own')
      .innerJoin(TrainerEntity, 'trainer', 'trainer.id = own.trainerId')
      .leftJoin(PersonEntity, 'person', 'person.id = trainer.personId')
      .select(['own.id AS id', 'own.eventId AS eventId', 'trainer.personId AS personId'])
      .addSelect('COALESCE(person.name, trainer.name)', 'name')
      .addSelect('CASE WHEN trainer.personId IS NULL THEN trainer.email ELSE person.email END', 'address')
      .addSelect('CASE WHEN own.linkHash IS NULL THEN 0 ELSE 1 END', 'hasLink')
      .where("own.answer = 'confirmed' AND own.eventId IN (:...eventIds)", { eventIds: [...eventIds] })
      .orderBy('own.id')
      .getRawMany<
        Omit<TrainerToWriteTo, 'address' | 'hasLink'> & { address: string | null; hasLink: number | string }
      >();
    return rows.flatMap(({ address, hasLink, ...row }) =>
      address === null ? [] : [{ ...row, name: row.name ?? '', address, hasLink: Number(hasLink) === 1 }],
    );
  }
}
