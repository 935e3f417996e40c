import { Inject, Injectable } from '@nestjs/common';
import { paths } from '@roundtable/contracts';
import { CONFIG, Clock, type Config, Database, Outbox, Settings, found, isDuplicate } from '@roundtable/platform';
import { In, IsNull } from 'typeorm';
import { FormLinks } from '../form-links.service';
import { FRONT_DOOR } from '../front-door.setting';
import { ResponseEntity } from '../response.entity';
import { type DueManager, DueManagers } from './due-managers.queries';
import { KIND_OF, managerLetter } from './line-manager.templates';

/** How many line managers are written to in one transaction. */
const AT_ONCE = 100;

/** One question to a line manager, and one reminder at most. */
@Injectable()
export class LineManagerMails {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly settings: Settings,
    private readonly managers: DueManagers,
    private readonly links: FormLinks,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Writes to everybody to whom something is due; answers to how many. Again it changes nothing. */
  async ask(): Promise<number> {
    const due = await this.managers.due();
    let written = 0;
    for (let start = 0; start < due.length; start += AT_ONCE) {
      const ids = due.slice(start, start + AT_ONCE).map(({ row }) => row.id);
      try {
        written += await this.database.transaction(() => this.write(ids));
      } catch (error) {
        if (!(error instanceof Overtaken) && !isDuplicate(error)) throw error;
      }
    }
    return written;
  }

  /** In a transaction, so what is due is looked at anew. */
  private async write(ids: readonly string[]): Promise<number> {
    const due = await this.managers.due(ids);
    const links = await this.links.toManagers(due.map(({ row, ...one }) => ({ ...one, closesAt: row.closesAt })));
    const responseIds = (what: DueManager['what']): string[] =>
      due.flatMap((one, index) => (one.what === what ? [found(links[index]).responseId] : []));
    await this.note(responseIds('question'), { askedAt: IsNull() }, { askedAt: this.clock.now() });
    await this.note(responseIds('reminder'), { chasers: IsNull() }, { chasers: 1 });
    const frontDoor = await this.settings.read<string | null>(FRONT_DOOR.name, FRONT_DOOR.usual);
    await this.outbox.writeAll(
      due.map(({ what, row, email, booking, startsAt, endsAt, course, delegate }, index) => {
        const url = this.config.publicUrl + paths.managerQuestion({ token: found(links[index]).secret });
        const about = { delegate: delegate.name, course: course.title, startsAt, endsAt, closesAt: row.closesAt, url };
        return {
          kind: KIND_OF[what],
          regarding: booking.id,
          occurrence: '1',
          to: { personId: null, name: row.name ?? email, address: email },
          letter: managerLetter(what, about, frontDoor),
        };
      }),
    );
    return due.length;
  }

  /** Notes what was asked, only while it stands as it was read. */
  private async note(ids: string[], was: object, becomes: Partial<ResponseEntity>): Promise<void> {
    if (ids.length === 0) return;
    const noted = await this.database.repo(ResponseEntity).update({ id: In(ids), sentAt: IsNull(), ...was }, becomes);
    if (noted.affected !== ids.length) throw new Overtaken();
  }
}

/** Somebody answered meanwhile, or another process wrote to the same people: nothing is written, and it comes round again. */
class Overtaken extends Error {}
