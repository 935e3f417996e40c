import { Controller, Get, Query } from '@nestjs/common';
import type { PublishedFigureView } from '@roundtable/contracts';
import { type Actor, CurrentActor, type Page, Permit } from '@roundtable/platform';
import { PublishedFiguresQueries } from './published-figures.queries';
import { PublishedFigureListQuery } from './report.dto';

@Controller('api/published-figures')
export class PublishedFiguresController {
  constructor(private readonly figures: PublishedFiguresQueries) {}

  @Get()
  @Permit('reports.read')
  list(@CurrentActor() actor: Actor, @Query() query: PublishedFigureListQuery): Promise<Page<PublishedFigureView>> {
    return this.figures.list(actor, query);
  }
}
