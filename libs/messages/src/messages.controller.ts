import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import type { MessageView } from '@roundtable/contracts';
import { type Actor, CurrentActor, type Page, Permit } from '@roundtable/platform';
import { MessageListQuery } from './message.dto';
import { MessageQueries } from './messages.queries';

@Controller('api/messages')
export class MessagesController {
  constructor(private readonly messages: MessageQueries) {}

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
  one(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<MessageView> {
    return this.messages.one(actor, id);
  }
}
