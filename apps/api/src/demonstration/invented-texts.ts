import { Injectable } from '@nestjs/common';
import { DemonstrationTexts, type DemonstrationText } from '@roundtable/evaluations';
import { PersonEntity } from '@roundtable/people';
import { type Actor, Database, DeclaredSettings, SYSTEM, found } from '@roundtable/platform';

const READERS = ['reader@partnership.example', 'reader.two@partnership.example'];

/** What was written after the latest event. Two wait for a reader at once, one more in its turn; the others were let through. */
const TEXTS: Omit<DemonstrationText, 'bookingId' | 'questionId'>[] = [
  {
    text: 'I will ask what somebody means before I decide what it means.',
    mayBeQuoted: true,
    decision: { decision: 'no-concern' },
    isQuoted: true,
  },
  {
    text: 'We will put the duty on the agenda of our next team meeting.',
    mayBeQuoted: true,
    decision: { decision: 'no-concern' },
  },
  { text: 'I will find out who our lead is before the end of the week.', decision: { decision: 'no-concern' } },
  {
    text: 'I will talk with my manager, Ada Example, about the front door.',
    decision: { decision: 'detail-removed', releasedText: 'I will talk with my manager about the front door.' },
  },
  { text: 'A shorter form would help: there are never more than two of us in a room.' },
  { text: 'Invented: please thank Kit Pretend, who explained the referral so well.' },
  {
    text: 'Invented: a colleague told me that somebody shouted at a child last month, and I did not know whom to tell.',
  },
];

/** Free text of the demonstration, and who reads it. */
@Injectable()
export class InventedTexts {
  constructor(
    private readonly database: Database,
    private readonly settings: DeclaredSettings,
    private readonly texts: DemonstrationTexts,
  ) {}

  /** Two readers by name, who are told at once; before anybody writes anything. */
  async nameReaders(): Promise<void> {
    const asOwner: Actor = { ...SYSTEM, roles: [...SYSTEM.roles, 'system-owner'] };
    await this.settings.change(asOwner, [{ name: 'evaluations.textReaders', value: READERS.join(', ') }]);
  }

  /** Words of those who answered after the latest event, one each. */
  async write(questionId: string, bookingIds: readonly string[]): Promise<void> {
    const reader = await this.actor(found(READERS[0]));
    const coordinator = await this.actor('coordinator@partnership.example');
    const written = TEXTS.map((text, index) => ({ ...text, questionId, bookingId: found(bookingIds[index]) }));
    await this.texts.write(reader, coordinator, written);
  }

  private async actor(email: string): Promise<Actor> {
    const { id, name } = await this.database.repo(PersonEntity).findOneByOrFail({ email });
    return { ...SYSTEM, personId: id, name, email };
  }
}
