import type { TrainerAbsence, TrainerView } from '@roundtable/contracts';
import type { TrainerEntity } from './trainer.entity';

export function hoursOf(minutes: number): number {
  return Math.round((minutes / 60) * 100) / 100;
}

export function trainerView(
  trainer: TrainerEntity,
  more: {
    personName: string | null;
    personEmail: string | null;
    agencyName: string | null;
    absences: TrainerAbsence[];
    minutesThisYear: number;
  },
): TrainerView {
  return {
    id: trainer.id,
    kind: trainer.kind,
    personId: trainer.personId,
    name: more.personName ?? trainer.name ?? '',
    email: trainer.personId ? more.personEmail : trainer.email,
    organisation: trainer.organisation,
    agencyId: trainer.agencyId,
    agencyName: more.agencyName,
    topics: trainer.topics,
    availability: trainer.availability,
    absences: more.absences,
    active: trainer.isActive,
    hoursThisYear: hoursOf(more.minutesThisYear),
  };
}
