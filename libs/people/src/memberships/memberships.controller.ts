import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { PractitionerDetailView } from '@roundtable/contracts';
import { type Actor, CurrentActor, Permit } from '@roundtable/platform';
import { MembershipEndDto, NewMembershipDto } from './membership.dto';
import { MembershipsService } from './memberships.service';

@Controller('api')
export class MembershipsController {
  constructor(private readonly memberships: MembershipsService) {}

  @Post('practitioners/:id/memberships')
  @Permit('memberships.write')
  add(
    @CurrentActor() actor: Actor,
    @Param('id') personId: string,
    @Body() wanted: NewMembershipDto,
  ): Promise<PractitionerDetailView> {
    return this.memberships.add(actor, personId, wanted);
  }

  @Post('memberships/:id/end')
  @HttpCode(200)
  @Permit('memberships.end')
  end(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { until }: MembershipEndDto,
  ): Promise<PractitionerDetailView> {
    return this.memberships.end(actor, id, until);
  }
}
