import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { EventMixView, InvitationView } from '@roundtable/contracts';
import { type Actor, CurrentActor, Permit } from '@roundtable/platform';
import { EventMixQueries } from './event-mix.queries';
import { NewInvitationDto } from './inviting.dto';
import { InvitingService } from './inviting.service';

@Controller('api/events')
export class InvitingController {
  constructor(
    private readonly mix: EventMixQueries,
    private readonly inviting: InvitingService,
  ) {}

  @Get(':id/mix')
  @Permit('events.mix')
  mixOf(@Param('id') eventId: string): Promise<EventMixView> {
    return this.mix.of(eventId);
  }

  @Post(':id/invitations')
  @HttpCode(200)
  @Permit('events.invite')
  invite(
    @CurrentActor() actor: Actor,
    @Param('id') eventId: string,
    @Body() wanted: NewInvitationDto,
  ): Promise<InvitationView> {
    return this.inviting.invite(actor, eventId, wanted);
  }
}
