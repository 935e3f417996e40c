import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { PractitionerView } from '@roundtable/contracts';
import { type Actor, CurrentActor, type Page, Permit } from '@roundtable/platform';
import { PeopleQueries } from './people.queries';
import { PeopleService } from './people.service';
import { NewPractitionerDto, PractitionerListQuery } from './person.dto';

@Controller('api/practitioners')
export class PractitionersController {
  constructor(
    private readonly people: PeopleService,
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
    return this.people.add(actor, wanted);
  }
}
