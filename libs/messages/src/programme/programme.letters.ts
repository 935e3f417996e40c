import { Inject, Injectable } from '@nestjs/common';
import { type MailPreview, type NewsletterBlockView, type ProgrammeMailingDraft, paths } from '@roundtable/contracts';
import {
  type Actor,
  CONFIG,
  Clock,
  type Config,
  type Letter,
  Links,
  type MailOfMailing,
  found,
  invalid,
  isOffice,
  letterHtml,
  letterText,
  oneLine,
  withFields,
} from '@roundtable/platform';
import { wordsErrors, paragraphsOf } from '../mailings/mailing-rules';
import type { MailingEntity } from '../mailings/mailing.entity';
import { NewsletterService } from '../newsletter/newsletter.service';
import { programmeAudienceOf } from './programme-audience';
import { ProgrammeRecipients } from './programme-recipients.queries';
import { UNSUBSCRIBE, UNSUBSCRIBE_YEARS } from './unsubscribe-links';

/** What may stand between double braces in a programme mailing. */
export const PROGRAMME_FIELDS = ['name'] as const;

const WHY = 'You get this because you asked for mail about our training.';
const DAY_MS = 24 * 3600_000;

/** What those who asked for it are written about the programme. */
@Injectable()
export class ProgrammeLetters {
  constructor(
    private readonly clock: Clock,
    private readonly links: Links,
    private readonly recipients: ProgrammeRecipients,
    private readonly newsletters: NewsletterService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The mails of a mailing, to those who want it now, each with a link of their own that ends them. */
  async mailsOf({ subject, words, audience, attachedIds }: MailingEntity): Promise<MailOfMailing[]> {
    const block = await this.newsletters.mailBlock(attachedIds);
    const subscribers = await this.recipients.all(programmeAudienceOf(audience));
    const secrets = await this.links.makeEach(
      UNSUBSCRIBE,
      subscribers.map(({ subscriptionId }) => subscriptionId),
      new Date(this.clock.now().getTime() + UNSUBSCRIBE_YEARS * 365 * DAY_MS),
    );
    return subscribers.map(({ subscriptionId, personId, name, email }) => {
      const unsubscribeUrl = this.urlOf(secrets.get(subscriptionId) ?? '');
      return {
        regarding: subscriptionId,
        to: { personId, name, address: email },
        letter: letterOf({ subject, words }, name, block, unsubscribeUrl),
        unsubscribeUrl,
      };
    });
  }

  /** A draft as whoever writes it would get it; nothing is written. Refuses words that cannot be sent. */
  async preview(actor: Actor, draft: ProgrammeMailingDraft): Promise<MailPreview> {
    found(isOffice(actor) ? true : null);
    const errors = wordsErrors(draft, PROGRAMME_FIELDS);
    if (Object.keys(errors).length > 0) throw invalid(errors);
    const { block } = await this.newsletters.chosen(draft.eventIds ?? []);
    const letter = letterOf(draft, actor.name, block, this.urlOf('each-has-a-link-of-their-own'));
    return {
      toName: actor.name,
      toAddress: actor.email,
      subject: oneLine(letter.subject),
      text: letterText(letter, actor.name),
      html: letterHtml(letter, actor.name),
    };
  }

  private urlOf(token: string): string {
    return `${this.config.publicUrl}${paths.unsubscribe({ token })}`;
  }
}

function letterOf(
  { subject, words }: { subject: string; words: string },
  name: string,
  events: Pick<NewsletterBlockView, 'text' | 'html'>,
  unsubscribeUrl: string,
): Letter {
  return {
    subject: withFields(subject, { name }),
    opening: paragraphsOf(withFields(words, { name })),
    block: {
      text: [events.text.trim(), WHY, `Stop these mails:\n${unsubscribeUrl}`].filter(Boolean).join('\n\n'),
      html: `${events.html}<p style="margin:16px 0 0">${WHY} <a href="${unsubscribeUrl}" style="color:#0b5d5e">Stop these mails</a></p>`,
    },
  };
}
