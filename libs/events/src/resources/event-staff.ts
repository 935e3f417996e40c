import { Injectable } from '@nestjs/common';
import { type Actor, isOffice } from '@roundtable/platform';

type IsTrainer = (personId: string, eventId: string) => Promise<boolean>;

/** Who stands behind an event: the office, and its trainers, who are known once something that knows them says how. */
@Injectable()
export class EventStaff {
  private isTrainer: IsTrainer = () => Promise.resolve(false);

  register(isTrainer: IsTrainer): void {
    this.isTrainer = isTrainer;
  }

  async standsBehind(actor: Actor, eventId: string | null): Promise<boolean> {
    if (isOffice(actor)) return true;
    if (eventId === null || actor.personId === null || !actor.roles.includes('trainer')) return false;
    return this.isTrainer(actor.personId, eventId);
  }
}
