import { BookingsModule } from '@roundtable/bookings';
import { Module } from '@nestjs/common';
import { MessagesController } from './messages.controller';
import { MessageQueries } from './messages.queries';
import { NewsletterController } from './newsletter/newsletter.controller';
import { NewsletterService } from './newsletter/newsletter.service';
import { Resending } from './resending.service';
import { MailWordingsController } from './wording/mail-wordings.controller';
import { MailWordings } from './wording/mail-wordings.service';
import { WordingPreview } from './wording/wording-preview.service';

@Module({
  imports: [BookingsModule],
  controllers: [MessagesController, NewsletterController, MailWordingsController],
  providers: [MessageQueries, NewsletterService, Resending, MailWordings, WordingPreview],
  exports: [MessageQueries],
})
export class MessagesModule {}
