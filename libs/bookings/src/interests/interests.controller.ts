import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { InterestCountView, InterestView } from '@roundtable/contracts';
import { type Actor, CurrentActor, type Page, Permit } from '@roundtable/platform';
import { InterestCountListQuery, InterestListQuery, NewInterestDto } from './interest.dto';
import { InterestsService } from './interests.service';

@Controller('api')
export class InterestsController {
  constructor(private readonly interests: InterestsService) {}

  @Get('interests')
  @Permit('interests.own')
  list(@CurrentActor() actor: Actor, @Query() query: InterestListQuery): Promise<Page<InterestView>> {
    return this.interests.list(actor, query);
  }

  @Post('courses/:id/interests')
  @Permit('interests.own')
  declare(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() wanted: NewInterestDto,
  ): Promise<InterestView> {
    return this.interests.declare(actor, id, wanted);
  }

  @Delete('interests/:id')
  @HttpCode(204)
  @Permit('interests.own')
  remove(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.interests.remove(actor, id);
  }

  @Get('interest-counts')
  @Permit('interests.count')
  counts(@Query() query: InterestCountListQuery): Promise<Page<InterestCountView>> {
    return this.interests.counts(query);
  }
}
