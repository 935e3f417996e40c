import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { LearningSourceView } from '@roundtable/contracts';
import { type Actor, CurrentActor, type Page, Permit } from '@roundtable/platform';
import { LearningSourceChangeDto, LearningSourceListQuery, NewLearningSourceDto } from './learning-source.dto';
import { LearningSourcesService } from './learning-sources.service';

@Controller('api/learning-sources')
export class LearningSourcesController {
  constructor(private readonly sources: LearningSourcesService) {}

  @Get()
  @Permit('learning-sources.read')
  list(@Query() query: LearningSourceListQuery): Promise<Page<LearningSourceView>> {
    return this.sources.list(query);
  }

  @Get(':id')
  @Permit('learning-sources.read')
  one(@Param('id') id: string): Promise<LearningSourceView> {
    return this.sources.one(id);
  }

  @Post()
  @Permit('learning-sources.write')
  create(@CurrentActor() actor: Actor, @Body() wanted: NewLearningSourceDto): Promise<LearningSourceView> {
    return this.sources.create(actor, wanted);
  }

  @Patch(':id')
  @Permit('learning-sources.write')
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() change: LearningSourceChangeDto,
  ): Promise<LearningSourceView> {
    return this.sources.change(actor, id, change);
  }

  @Delete(':id')
  @HttpCode(204)
  @Permit('learning-sources.write')
  remove(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.sources.remove(actor, id);
  }
}
