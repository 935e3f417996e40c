import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { EventMailRecipient, EventMailView, MailPreview } from '@roundtable/contracts';
import { type Actor, CarriedOutEachTime, CurrentActor, type Page, Permit } from '@roundtable/platform';
import {
  EventMailChangeDto,
  EventMailDraftDto,
  EventMailListQuery,
  EventMailRecipientQuery,
  NewEventMailDto,
} from './event-mail.dto';
import { EventMailLetters } from './event-mail.letters';
import { EventMails } from './event-mails.service';
import { EventMailRecipients } from './recipients.queries';

@Controller('api')
export class EventMailsController {
  constructor(
    private readonly mails: EventMails,
    private readonly letters: EventMailLetters,
    private readonly recipients: EventMailRecipients,
  ) {}

  @Get('event-mails')
  @Permit('event-mails.send')
  list(@CurrentActor() actor: Actor, @Query() query: EventMailListQuery): Promise<Page<EventMailView>> {
    return this.mails.list(actor, query);
  }

  @Get('events/:id/mail-recipients')
  @Permit('event-mails.send')
  whoGetsIt(
    @CurrentActor() actor: Actor,
    @Param('id') eventId: string,
    @Query() query: EventMailRecipientQuery,
  ): Promise<Page<EventMailRecipient>> {
    return this.recipients.list(actor, eventId, query);
  }

  @Post('event-mail-previews')
  @HttpCode(200)
  @CarriedOutEachTime()
  @Permit('event-mails.send')
  preview(@CurrentActor() actor: Actor, @Body() draft: EventMailDraftDto): Promise<MailPreview> {
    return this.letters.preview(actor, draft);
  }

  @Post('event-mails')
  @Permit('event-mails.send')
  write(@CurrentActor() actor: Actor, @Body() wanted: NewEventMailDto): Promise<EventMailView> {
    return this.mails.write(actor, wanted);
  }

  @Get('event-mails/:id')
  @Permit('event-mails.send')
  one(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<EventMailView> {
    return this.mails.one(actor, id);
  }

  @Patch('event-mails/:id')
  @Permit('event-mails.send')
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() change: EventMailChangeDto,
  ): Promise<EventMailView> {
    return this.mails.change(actor, id, change);
  }

  @Post('event-mails/:id/withdrawal')
  @HttpCode(200)
  @Permit('event-mails.send')
  takeBack(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<EventMailView> {
    return this.mails.takeBack(actor, id);
  }
}
