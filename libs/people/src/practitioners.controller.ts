import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { MergeIntoDto } from '@roundtable/agencies';
import type { MergeView, PractitionerDetailView, PractitionerView } from '@roundtable/contracts';
import { type Actor, CurrentActor, type Page, Permit } from '@roundtable/platform';
import { PractitionerChangeDto } from './memberships/membership.dto';
import { MembershipsService } from './memberships/memberships.service';
import { PersonChangesService } from './memberships/person-changes.service';
import { PersonMergesService } from './merging/person-merges.service';
import { PeopleQueries } from './people.queries';
import { NewPractitionerDto, PractitionerListQuery } from './person.dto';

@Controller('api/practitioners')
export class PractitionersController {
  constructor(
    private readonly memberships: MembershipsService,
    private readonly changes: PersonChangesService,
    private readonly merges: PersonMergesService,
    private readonly queries: PeopleQueries,
  ) {}

  @Get()
  @Permit('people.list')
  list(@CurrentActor() actor: Actor, @Query() query: PractitionerListQuery): Promise<Page<PractitionerView>> {
    return this.queries.list(actor, query);
  }

  @Post()
  @Permit('people.create')
  add(@CurrentActor() actor: Actor, @Body() wanted: NewPractitionerDto): Promise<PractitionerView> {
    return this.memberships.addPerson(actor, wanted);
  }

  @Get(':id')
  @Permit('people.list')
  one(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PractitionerDetailView> {
    return this.queries.one(actor, id);
  }

  @Patch(':id')
  @Permit('people.change')
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() change: PractitionerChangeDto,
  ): Promise<PractitionerDetailView> {
    return this.changes.change(actor, id, change);
  }

  @Post(':id/address-works')
  @HttpCode(200)
  @Permit('people.change')
  takeAddressToWork(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PractitionerDetailView> {
    return this.changes.takeAddressToWork(actor, id);
  }

  @Get(':id/merge-preview')
  @Permit('people.merge')
  preview(@CurrentActor() actor: Actor, @Param('id') id: string, @Query() { into }: MergeIntoDto): Promise<MergeView> {
    return this.merges.preview(actor, id, into);
  }

  @Post(':id/merge')
  @HttpCode(200)
  @Permit('people.merge')
  merge(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { into }: MergeIntoDto,
  ): Promise<PractitionerDetailView> {
    return this.merges.merge(actor, id, into);
  }
}
