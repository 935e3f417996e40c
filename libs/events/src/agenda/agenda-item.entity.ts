import { Id, Reference, Whole, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { EventSessionEntity } from '../event-session.entity';
import { EventEntity } from '../event.entity';

/** One line of the agenda of an event, or of one of its sessions. */
@Entity('agenda_items')
export class AgendaItemEntity {
  @Id()
  id: string;

  @Index()
  @Reference(() => EventEntity)
  eventId: string;

  @Reference(() => EventSessionEntity, { nullable: true })
  sessionId: string | null;

  @Whole()
  position: number;

  /** `09:30`, in Europe/London. */
  @Words(5)
  localTime: string;

  @Words(200)
  item: string;

  @Words(120, { nullable: true })
  presenter: string | null;
}
