import { Id, Instant, Reference, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { PersonEntity } from './person.entity';

/** One device on which a person is signed in; the cookie's secret is kept as a hash. Real time. */
@Entity('sign_ins')
export class SignInEntity {
  @Id()
  id: string;

  @Words(64, { unique: true })
  tokenHash: string;

  @Index()
  @Reference(() => PersonEntity)
  personId: string;

  @Instant()
  startedAt: Date;

  @Instant()
  lastSeenAt: Date;

  @Instant({ nullable: true })
  endedAt: Date | null;
}
