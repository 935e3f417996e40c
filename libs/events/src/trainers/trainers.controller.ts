import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import type { LentHoursView, TrainerView } from '@roundtable/contracts';
import { type Actor, CurrentActor, type Page, Permit } from '@roundtable/platform';
import { LentHoursQuery, NewTrainerDto, TrainerChangeDto, TrainerListQuery } from './trainer.dto';
import { TrainerQueries } from './trainers.queries';
import { TrainersService } from './trainers.service';

@Controller('api/trainers')
export class TrainersController {
  constructor(
    private readonly trainers: TrainersService,
    private readonly queries: TrainerQueries,
  ) {}

  @Get()
  @Permit('trainers.read')
  list(@Query() query: TrainerListQuery): Promise<Page<TrainerView>> {
    return this.queries.list(query);
  }

  @Get('hours')
  @Permit('trainers.read')
  lentHours(@Query() { year }: LentHoursQuery): Promise<LentHoursView[]> {
    return this.queries.lentHours(year);
  }

  @Get(':id')
  @Permit('trainers.read')
  one(@Param('id') id: string): Promise<TrainerView> {
    return this.queries.one(id);
  }

  @Post()
  @Permit('trainers.write')
  create(@CurrentActor() actor: Actor, @Body() wanted: NewTrainerDto): Promise<TrainerView> {
    return this.trainers.create(actor, wanted);
  }

  @Patch(':id')
  @Permit('trainers.write')
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() change: TrainerChangeDto,
  ): Promise<TrainerView> {
    return this.trainers.change(actor, id, change);
  }
}
