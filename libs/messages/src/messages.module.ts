import { BookingsModule } from '@roundtable/bookings';
import { Module } from '@nestjs/common';
import { MessagesController } from './messages.controller';
import { MessageQueries } from './messages.queries';
import { NewsletterController } from './newsletter/newsletter.controller';
import { NewsletterService } from './newsletter/newsletter.service';
import { Resending } from './resending.service';

@Module({
  imports: [BookingsModule],
  controllers: [MessagesController, NewsletterController],
  providers: [MessageQueries, NewsletterService, Resending],
  exports: [MessageQueries],
})
export class MessagesModule {}
