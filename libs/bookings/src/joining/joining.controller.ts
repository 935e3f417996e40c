import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { JoiningMailsView, JoiningView } from '@roundtable/contracts';
import { type Actor, CurrentActor, Permit } from '@roundtable/platform';
import { JoiningInstructions } from './joining-instructions.service';
import { JoiningQueries } from './joining.queries';

@Controller('api/events')
export class JoiningController {
  constructor(
    private readonly queries: JoiningQueries,
    private readonly instructions: JoiningInstructions,
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
    return this.instructions.send(actor, eventId);
  }
}
