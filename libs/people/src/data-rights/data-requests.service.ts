import { Injectable } from '@nestjs/common';
import type { DataDecision, NewDataRequest, NewDataRequestForPerson } from '@roundtable/contracts';
import {
  type Actor,
  Audit,
  Clock,
  Database,
  Outbox,
  PersonalData,
  Problem,
  found,
  invalid,
  newId,
} from '@roundtable/platform';
import { IsNull } from 'typeorm';
import { PeopleService } from '../people.service';
import { PersonEntity } from '../person.entity';
import { DataRequestEntity } from './data-request.entity';
import { decidedLetter, receivedLetter } from './data-request.mails';
import { dueDate } from './data-request-rules';
import { ErasuresService } from './erasures.service';

/** The mail that tells somebody that they are erased: it belongs to nobody, and goes after a few days. */
export const LAST_LETTER = 'data-request-erased';

/** What a person asks about their data, and what information governance decides. */
@Injectable()
export class DataRequestsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly personalData: PersonalData,
    private readonly erasures: ErasuresService,
    private readonly people: PeopleService,
  ) {}

  /**
   * Logs a request of the actor about their own data. Asked again while the first is open, it is the first. What rests
   * on consent alone goes at once, unless it is about a mistake.
   */
  async ask(actor: Actor, wanted: NewDataRequest): Promise<DataRequestEntity> {
    return this.make(actor, found(await this.personOf(actor.personId ?? '')), wanted);
  }

  /** Logs a request that somebody made otherwise, such as by letter; the same follows. Refuses who is not there. */
  async log(actor: Actor, { personId, ...wanted }: NewDataRequestForPerson): Promise<DataRequestEntity> {
    const person = await this.personOf(personId);
    if (!person || person.erasedAt !== null) throw invalid({ personId: 'There is no person with this id' });
    return this.make(actor, person, wanted);
  }

  private personOf(id: string): Promise<PersonEntity | null> {
    return this.database.repo(PersonEntity).findOneBy({ id, mergedIntoId: IsNull() });
  }

  private async make(actor: Actor, person: PersonEntity, { kind, words }: NewDataRequest): Promise<DataRequestEntity> {
    const personId = person.id;
    return this.database.transaction(async () => {
      const requests = this.database.repo(DataRequestEntity);
      const open = await requests.findOneBy({ personId, kind, decidedAt: IsNull() });
      if (open) return open;
      const now = this.clock.now();
      const request = requests.create({
        id: newId(),
        kind,
        personId,
        words: words?.trim() || null,
        receivedAt: now,
        dueAt: dueDate(now),
        decidedAt: null,
        decision: null,
        reason: null,
        decidedById: null,
      });
      await requests.insert(request);
      if (kind !== 'rectify') await this.personalData.withdrawConsents(personId);
      await this.audit.record(actor, {
        action: 'data-request.make',
        subjectKind: 'data-request',
        subjectId: request.id,
        after: { kind },
      });
      if (person.email)
        await this.outbox.write({
          kind: 'data-request-received',
          regarding: request.id,
          occurrence: '1',
          to: { personId, name: person.name, address: person.email },
          letter: receivedLetter(kind, request.dueAt),
        });
      return request;
    });
  }

  /**
   * Decides a request. Granting an erasure erases, in the same transaction. Refuses a request that was decided, and an
   * erasure while something stands in its way, naming what.
   */
  async decide(
    actor: Actor,
    id: string,
    { decision, reason }: { decision: DataDecision; reason: string },
  ): Promise<void> {
    await this.database.transaction(async () => {
      const requests = this.database.repo(DataRequestEntity);
      const decided = { decision, reason: reason.trim(), decidedAt: this.clock.now(), decidedById: actor.personId };
      const done = await requests.update({ id, decidedAt: IsNull() }, decided);
      const request = found(await requests.findOneBy({ id }));
      if (!done.affected) throw new Problem('data-requests.decided');
      const person = await this.database.repo(PersonEntity).findOneByOrFail({ id: request.personId });
      const erases = request.kind === 'erase' && decision === 'granted';
      if (erases) await this.erase(person.id);
      await this.audit.record(actor, {
        action: 'data-request.decide',
        subjectKind: 'data-request',
        subjectId: id,
        after: { kind: request.kind, decision },
      });
      if (person.email)
        await this.outbox.write({
          kind: erases ? LAST_LETTER : 'data-request-decided',
          regarding: id,
          occurrence: '1',
          to: { personId: erases ? null : person.id, name: person.name, address: person.email },
          letter: decidedLetter(request.kind, decision, decided.reason),
        });
    });
  }

  private async erase(personId: string): Promise<void> {
    // A place that is being booked for them now is seen below, or is refused.
    await this.people.heldStill(personId);
    const blocks = await this.erasures.blocksOf(personId);
    if (blocks.length > 0) throw new Problem('data-requests.blocked', { detail: { blocks } });
    await this.erasures.erase(personId);
  }
}
