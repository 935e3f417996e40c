import { Injectable } from '@nestjs/common';
import { Database, type MergeParts, type MergeReach } from '@roundtable/platform';
import { In } from 'typeorm';
import { OutsideAttendanceEntity } from './elsewhere/outside-attendance.entity';
import { EventTrainerEntity } from './trainers/event-trainer.entity';
import { TrainerDiaries } from './trainers/trainer-diaries.service';
import { TrainerAbsenceEntity } from './trainers/trainer-absence.entity';
import { TrainerEntity } from './trainers/trainer.entity';

/** Merging reaches trainers, and what people attended with other providers. */
@Injectable()
export class EventsMerge implements MergeReach {
  readonly name = 'events';
  readonly position = 45;
  readonly covers = ['trainers.person_id', 'trainers.agency_id', 'outside_attendances.person_id'];

  constructor(
    private readonly database: Database,
    private readonly diaries: TrainerDiaries,
  ) {}

  async previewAgency(fromId: string): Promise<MergeParts> {
    return {
      moves: { trainers: await this.database.repo(TrainerEntity).countBy({ agencyId: fromId }) },
      conflicts: [],
    };
  }

  async mergeAgency(fromId: string, intoId: string): Promise<MergeParts> {
    const parts = await this.previewAgency(fromId);
    await this.database.repo(TrainerEntity).update({ agencyId: fromId }, { agencyId: intoId });
    return parts;
  }

  async previewPerson(fromId: string): Promise<MergeParts> {
    const outsideAttendances = await this.database.repo(OutsideAttendanceEntity).countBy({ personId: fromId });
    const trainers = await this.database.repo(TrainerEntity).countBy({ personId: fromId });
    return { moves: { trainers, outsideAttendances }, conflicts: [] };
  }

  async mergePerson(fromId: string, intoId: string): Promise<MergeParts> {
    const parts = await this.previewPerson(fromId);
    await this.moveAttendances(fromId, intoId);
    await this.moveTrainer(fromId, intoId);
    return parts;
  }

  /** What both declared of one day is kept once: the accepted one, else the one of who stays. */
  private async moveAttendances(fromId: string, intoId: string): Promise<void> {
    const rows = this.database.repo(OutsideAttendanceEntity);
    const all = await rows.findBy({ personId: In([fromId, intoId]) });
    const keyOf = ({ otherProviderEventId, attendedOn }: OutsideAttendanceEntity) =>
      `${otherProviderEventId} ${attendedOn}`;
    const kept = new Map(all.filter(({ personId }) => personId === intoId).map((row) => [keyOf(row), row]));
    const moving = all.filter(({ personId }) => personId === fromId);
    const losers = moving.flatMap((row) => {
      const there = kept.get(keyOf(row));
      return there ? [row.state === 'accepted' && there.state !== 'accepted' ? there : row] : [];
    });
    if (losers.length) await rows.delete({ id: In(losers.map(({ id }) => id)) });
    await rows.update({ personId: fromId }, { personId: intoId });
    await rows.update({ decidedById: fromId }, { decidedById: intoId });
  }

  /** Two trainers who are one: the events and times away of both belong to who stays. */
  private async moveTrainer(fromId: string, intoId: string): Promise<void> {
    const trainers = this.database.repo(TrainerEntity);
    const from = await trainers.findOneBy({ personId: fromId });
    if (!from) return;
    const into = await trainers.findOneBy({ personId: intoId });
    if (!into) {
      await trainers.update({ id: from.id }, { personId: intoId });
      return;
    }
    const assigned = this.database.repo(EventTrainerEntity);
    const there = new Set((await assigned.findBy({ trainerId: into.id })).map(({ eventId }) => eventId));
    const doubles = (await assigned.findBy({ trainerId: from.id })).filter(({ eventId }) => there.has(eventId));
    await this.diaries.withdraw(doubles);
    await this.diaries.forget(doubles.map(({ id }) => id));
    if (doubles.length) await assigned.delete({ id: In(doubles.map(({ id }) => id)) });
    await assigned.update({ trainerId: from.id }, { trainerId: into.id });
    await this.database.repo(TrainerAbsenceEntity).update({ trainerId: from.id }, { trainerId: into.id });
    await trainers.delete({ id: from.id });
  }
}
