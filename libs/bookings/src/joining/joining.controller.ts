import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { JoiningMailsView, JoiningView } from '@roundtable/contracts';
import { type Actor, CurrentActor, Permit } from '@roundtable/platform';
import { JoiningMails } from './joining.mails';
import { JoiningQueries } from './joining.queries';

@Controller('api/events')
export class JoiningController {
  constructor(
    private readonly queries: JoiningQueries,
    private readonly mails: JoiningMails,
  ) {}

  @Get(':id/joining')
  @Permit('joining.read')
  ofEvent(@CurrentActor() actor: Actor, @Param('id') eventId: string): Promise<JoiningView> {
    return this.queries.ofEvent(actor, eventId);
  }

  @Post(':id/joining-mails')
  @HttpCode(200)
  @Permit('bookings.manage')
  send(@CurrentActor() actor: Actor, @Param('id') eventId: string): Promise<JoiningMailsView> {
    return this.mails.send(actor, eventId);
  }
}
