import { AgenciesService } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import type { NewTrainer, TrainerAbsence, TrainerChange, TrainerView } from '@roundtable/contracts';
import { PersonEntity, RoleGrantsService, normalisedEmail } from '@roundtable/people';
import {
  type Actor,
  Audit,
  Clock,
  Database,
  Problem,
  folded,
  found,
  invalid,
  isDuplicate,
  newId,
} from '@roundtable/platform';
import { TrainerAbsenceEntity } from './trainer-absence.entity';
import { TrainerEntity } from './trainer.entity';
import { TrainerQueries } from './trainers.queries';

/** The pool of trainers, and those who are commissioned. */
@Injectable()
export class TrainersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly agencies: AgenciesService,
    private readonly roles: RoleGrantsService,
    private readonly queries: TrainerQueries,
  ) {}

  /**
   * Adds a trainer: a practitioner, who gets the role of a trainer, or somebody by name. Refuses somebody without a name,
   * a person or agency that is not there, and a person who is a trainer already.
   */
  async create(actor: Actor, wanted: NewTrainer): Promise<TrainerView> {
    try {
      return await this.database.transaction(async () => {
        const { personId = null } = wanted;
        const errors = { ...(await this.errorsOf(wanted)), ...(await this.personErrors(personId)) };
        if (personId === null && !wanted.name?.trim()) errors['name'] = 'Enter the name, or choose a practitioner';
        if (Object.keys(errors).length) throw invalid(errors);
        const id = newId();
        await this.database.repo(TrainerEntity).insert({
          id,
          kind: wanted.kind,
          personId,
          ...(personId === null ? namesOf(wanted) : { name: null, nameKey: null, email: null }),
          organisation: wanted.organisation?.trim() || null,
          agencyId: wanted.agencyId ?? null,
          topics: wanted.topics?.trim() || null,
          availability: wanted.availability?.trim() || null,
          isActive: true,
          createdAt: this.clock.now(),
        });
        await this.replaceAbsences(id, wanted.absences ?? []);
        if (personId !== null && personId !== actor.personId)
          await this.roles.grant(actor, { personId, role: 'trainer' });
        const after = { kind: wanted.kind, personId, agencyId: wanted.agencyId ?? null };
        await this.audit.record(actor, { action: 'trainer.create', subjectKind: 'trainer', subjectId: id, after });
        return this.queries.one(id);
      });
    } catch (error) {
      throw isDuplicate(error) ? new Problem('trainers.already-there') : error;
    }
  }

  /** Changes a trainer; times away are given whole. Name and address of a practitioner are changed on their own page. */
  async change(actor: Actor, id: string, change: TrainerChange): Promise<TrainerView> {
    return this.database.transaction(async () => {
      const trainers = this.database.repo(TrainerEntity);
      const trainer = found(await trainers.findOneBy({ id }));
      const errors = await this.errorsOf(change);
      if (change.name !== undefined && trainer.personId === null && !change.name?.trim())
        errors['name'] = 'Enter the name';
      if (Object.keys(errors).length) throw invalid(errors);
      const before = { ...trainer };
      if (change.kind !== undefined) trainer.kind = change.kind;
      if (trainer.personId === null) Object.assign(trainer, namesOf({ ...trainer, ...change }));
      if (change.organisation !== undefined) trainer.organisation = change.organisation?.trim() || null;
      if (change.agencyId !== undefined) trainer.agencyId = change.agencyId;
      if (change.topics !== undefined) trainer.topics = change.topics?.trim() || null;
      if (change.availability !== undefined) trainer.availability = change.availability?.trim() || null;
      if (change.active !== undefined) trainer.isActive = change.active;
      await trainers.save(trainer);
      if (change.absences) await this.replaceAbsences(id, change.absences);
      await this.audit.record(actor, {
        action: 'trainer.change',
        subjectKind: 'trainer',
        subjectId: id,
        before: tracesOf(before),
        after: { ...tracesOf(trainer), fields: Object.keys(change) },
      });
      return this.queries.one(id);
    });
  }

  private async errorsOf({ agencyId, email, absences = [] }: TrainerChange): Promise<Record<string, string>> {
    const errors: Record<string, string> = {};
    if (email && normalisedEmail(email) === null) errors['email'] = 'Enter an email address like name@example.org';
    if (agencyId && !(await this.agencies.byId(agencyId))) errors['agencyId'] = 'There is no agency with this id';
    absences.forEach(({ from, to }, index) => {
      if (to < from) errors[`absences.${index}.to`] = 'The last day must not be before the first';
    });
    return errors;
  }

  private async personErrors(personId: string | null): Promise<Record<string, string>> {
    if (personId === null) return {};
    const person = await this.database.repo(PersonEntity).findOneBy({ id: personId });
    return person && person.mergedIntoId === null && person.erasedAt === null
      ? {}
      : { personId: 'There is no person with this id' };
  }

  private async replaceAbsences(trainerId: string, absences: readonly TrainerAbsence[]): Promise<void> {
    const rows = this.database.repo(TrainerAbsenceEntity);
    await rows.delete({ trainerId });
    if (absences.length)
      await rows.insert(absences.map(({ from, to }) => ({ id: newId(), trainerId, fromDate: from, toDate: to })));
  }
}

function namesOf({
  name,
  email,
}: Pick<TrainerChange, 'name' | 'email'>): Pick<TrainerEntity, 'name' | 'nameKey' | 'email'> {
  const plain = name?.trim() ?? '';
  return { name: plain, nameKey: folded(plain), email: email ? normalisedEmail(email) : null };
}

/** Who somebody is, and what they wrote, are only said to have changed. */
function tracesOf({ kind, agencyId, isActive }: TrainerEntity): Record<string, unknown> {
  return { kind, agencyId, isActive };
}
