import { AgenciesModule } from '@roundtable/agencies';
import { BookingsModule } from '@roundtable/bookings';
import { Module } from '@nestjs/common';
import { CoursesModule } from '@roundtable/courses';
import { EventMailLetters } from './event-mails/event-mail.letters';
import { EventMailsController } from './event-mails/event-mails.controller';
import { EventMails } from './event-mails/event-mails.service';
import { EventMailRecipients } from './event-mails/recipients.queries';
import { MailingsReach } from './mailings/mailings-reach';
import { MailingQueries } from './mailings/mailings.queries';
import { Mailings } from './mailings/mailings.service';
import { MailingSending } from './mailings/sending.service';
import { MessagesController } from './messages.controller';
import { MessageQueries } from './messages.queries';
import { NewsletterController } from './newsletter/newsletter.controller';
import { NewsletterService } from './newsletter/newsletter.service';
import { ProgrammeMailingsController } from './programme/programme-mailings.controller';
import { ProgrammeMailings } from './programme/programme-mailings.service';
import { ProgrammeRecipients } from './programme/programme-recipients.queries';
import { ProgrammeLetters } from './programme/programme.letters';
import { Subscriptions } from './programme/subscriptions.service';
import { Resending } from './resending.service';
import { MailWordingsController } from './wording/mail-wordings.controller';
import { MailWordings } from './wording/mail-wordings.service';
import { WordingPreview } from './wording/wording-preview.service';

@Module({
  imports: [AgenciesModule, CoursesModule, BookingsModule],
  controllers: [
    MessagesController,
    NewsletterController,
    MailWordingsController,
    EventMailsController,
    ProgrammeMailingsController,
  ],
  providers: [
    MessageQueries,
    NewsletterService,
    Resending,
    MailWordings,
    WordingPreview,
    Mailings,
    MailingSending,
    MailingQueries,
    MailingsReach,
    EventMails,
    EventMailLetters,
    EventMailRecipients,
    ProgrammeMailings,
    ProgrammeLetters,
    ProgrammeRecipients,
    Subscriptions,
  ],
  exports: [MessageQueries, Subscriptions],
})
export class MessagesModule {}
