import { Inject, Injectable } from '@nestjs/common';
import { paths } from '@roundtable/contracts';
import { PersonEntity } from '@roundtable/people';
import {
  CONFIG,
  Clock,
  type Config,
  Database,
  type FilledTemplate,
  type NewMessage,
  Outbox,
  Settings,
  found,
  isDuplicate,
} from '@roundtable/platform';
import { In, IsNull } from 'typeorm';
import { type Stage, STAGES } from '../evaluation-windows';
import { FormLinks } from '../form-links.service';
import { FRONT_DOOR } from '../front-door.setting';
import { LineManagers } from '../manager/line-managers.service';
import { ResponseEntity } from '../response.entity';
import { chasersAfterMail, dueNow } from './asking-rules';
import { type OwedForm, OwedForms } from './owed-forms.queries';
import { type AskedForm, chaserLetter, invitationLetter, severalLetter } from './owed.letters';

/** How many people are written to in one transaction. */
const AT_ONCE = 100;

/** A person's one mail, and the forms that it names. */
interface OwedMail {
  person: PersonEntity;
  forms: OwedForm[];
  /** The form for whose sake it is written. */
  first: OwedForm;
  asks: boolean;
}

/** One mail for everything that a person owes: as a form opens, and at most twice again. */
@Injectable()
export class OwedMails {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly settings: Settings,
    private readonly owed: OwedForms,
    private readonly links: FormLinks,
    private readonly managers: LineManagers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Writes to everybody for whom something is due at these stages; answers to how many. Again it changes nothing. */
  async ask(stages: readonly Stage[] = STAGES): Promise<number> {
    const due = await this.owed.peopleDue(stages);
    let written = 0;
    for (let start = 0; start < due.length; start += AT_ONCE) {
      const personIds = due.slice(start, start + AT_ONCE);
      try {
        written += await this.database.transaction(() => this.write(personIds));
      } catch (error) {
        if (!(error instanceof Overtaken) && !isDuplicate(error)) throw error;
      }
    }
    return written;
  }

  /** In a transaction, so what is due is looked at anew. */
  private async write(personIds: readonly string[]): Promise<number> {
    const mails = await this.mailsTo(personIds);
    const forms = mails.flatMap((mail) => mail.forms);
    const links = await this.links.to(forms);
    await this.note(forms, new Map(forms.map((form, index) => [form, found(links[index]).responseId])));
    const urls = new Map(
      forms.map((form, index) => [
        form,
        this.config.publicUrl + paths.evaluation({ token: found(links[index]).secret }),
      ]),
    );
    const managers = await this.managers.tell(
      forms
        .filter(({ stage }) => stage === 'follow-up')
        .map(({ booking, window, asking: { ownDaysOff } }) => ({ booking, window, ownDaysOff })),
    );
    const managerOf = ({ stage, booking }: OwedForm) =>
      stage === 'follow-up' ? (managers.get(booking.id) ?? null) : null;
    const frontDoor = await this.settings.read<string | null>(FRONT_DOOR.name, FRONT_DOOR.usual);
    await this.outbox.writeAll(
      mails.map((mail) =>
        messageOf(
          mail,
          mail.forms.map((form) => ({ ...form, url: urls.get(form) ?? '', manager: managerOf(form) })),
          frontDoor,
        ),
      ),
    );
    return mails.length;
  }

  private async mailsTo(personIds: readonly string[]): Promise<OwedMail[]> {
    const now = this.clock.now();
    const people = await this.database.repo(PersonEntity).findBy({ id: In([...personIds]) });
    const owed = await this.owed.ofPeople(personIds);
    return people.flatMap((person): OwedMail[] => {
      const forms = owed.get(person.id) ?? [];
      const due = forms.map((form) => ({ form, what: dueNow(form.asking, now) }));
      const invitation = due.find(({ what }) => what === 'invitation')?.form;
      const first = invitation ?? due.find(({ what }) => what === 'chaser')?.form;
      return first ? [{ person, forms, first, asks: invitation !== undefined }] : [];
    });
  }

  /**
   * Notes that these were asked for, or asked for again: in one statement for all that stand alike, and only while they
   * stand as they were read.
   */
  private async note(forms: readonly OwedForm[], responseIds: ReadonlyMap<OwedForm, string>): Promise<void> {
    const now = this.clock.now();
    const alike = new Map<string, { ids: string[]; was: OwedForm['asking']; becomes: number | null }>();
    for (const form of forms) {
      const becomes = chasersAfterMail(form.asking, now);
      const key = `${form.asking.chasers} to ${becomes}`;
      const { ids } = alike.get(key) ?? { ids: [] };
      alike.set(key, { ids: [...ids, found(responseIds.get(form))], was: form.asking, becomes });
    }
    for (const { ids, was, becomes } of alike.values()) {
      if (becomes === was.chasers) continue;
      const noted = await this.database.repo(ResponseEntity).update(
        {
          id: In(ids),
          sentAt: IsNull(),
          ...(becomes === null ? { askedAt: IsNull() } : { chasers: was.chasers === 0 ? IsNull() : was.chasers }),
        },
        becomes === null ? { askedAt: now } : { chasers: becomes },
      );
      if (noted.affected !== ids.length) throw new Overtaken();
    }
  }
}

/** Somebody answered meanwhile, or another process wrote to the same people: nothing is written, and it comes round again. */
class Overtaken extends Error {}

function messageOf(
  { person, first, asks }: OwedMail,
  forms: readonly AskedForm[],
  frontDoor: string | null,
): NewMessage {
  const { kind, letter } = letterFor(first, asks, forms, frontDoor);
  return {
    kind,
    regarding: first.booking.id,
    occurrence: asks ? first.stage : `${first.stage}-${first.asking.chasers + 1}`,
    to: { personId: person.id, name: person.name, address: person.email ?? '' },
    letter,
  };
}

function letterFor(
  first: OwedForm,
  asks: boolean,
  forms: readonly AskedForm[],
  frontDoor: string | null,
): { kind: string; letter: FilledTemplate } {
  if (!asks) return { kind: 'evaluation-chaser', letter: chaserLetter(forms, frontDoor) };
  const [only] = forms;
  return forms.length === 1 && only
    ? { kind: `evaluation-${first.stage}`, letter: invitationLetter(only, frontDoor) }
    : { kind: 'evaluation-several', letter: severalLetter(forms, frontDoor) };
}
