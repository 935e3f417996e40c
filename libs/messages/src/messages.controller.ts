import { Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { MessageDetailView, MessageView } from '@roundtable/contracts';
import { type Actor, CurrentActor, type Page, Permit } from '@roundtable/platform';
import { MessageListQuery } from './message.dto';
import { MessageQueries } from './messages.queries';
import { Resending } from './resending.service';

@Controller('api/messages')
export class MessagesController {
  constructor(
    private readonly messages: MessageQueries,
    private readonly resending: Resending,
  ) {}

  @Get()
  @Permit('messages.read')
  list(@CurrentActor() actor: Actor, @Query() query: MessageListQuery): Promise<Page<MessageView>> {
    return this.messages.list(actor, query);
  }

  @Get(':id.eml')
  @Header('content-type', 'message/rfc822')
  @Header('content-disposition', 'attachment; filename="message.eml"')
  @Permit('messages.read')
  eml(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<Buffer> {
    return this.messages.eml(actor, id);
  }

  @Get(':id')
  @Permit('messages.read')
  one(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<MessageDetailView> {
    return this.messages.one(actor, id);
  }

  @Post(':id/resend')
  @HttpCode(200)
  @Permit('messages.send')
  resend(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<MessageView> {
    return this.resending.resend(actor, id);
  }
}
