import { BookingsModule } from '@roundtable/bookings';
import { Module } from '@nestjs/common';
import { MessagesController } from './messages.controller';
import { MessageQueries } from './messages.queries';
import { NewsletterController } from './newsletter/newsletter.controller';
import { NewsletterService } from './newsletter/newsletter.service';

@Module({
  imports: [BookingsModule],
  controllers: [MessagesController, NewsletterController],
  providers: [MessageQueries, NewsletterService],
  exports: [MessageQueries],
})
export class MessagesModule {}
