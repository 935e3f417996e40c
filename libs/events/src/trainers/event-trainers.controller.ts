import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { EventTrainerView, TrainerCodeView } from '@roundtable/contracts';
import { type Actor, CarriedOutEachTime, CurrentActor, type Page, Permit } from '@roundtable/platform';
import { EventTrainersService } from './event-trainers.service';
import { EventTrainerChangeDto, EventTrainerListQuery, NewEventTrainerDto } from './trainer.dto';
import { TrainerLinksService } from './trainer-links.service';

@Controller('api/event-trainers')
export class EventTrainersController {
  constructor(
    private readonly trainers: EventTrainersService,
    private readonly links: TrainerLinksService,
  ) {}

  @Get()
  @Permit('trainers.read')
  list(@Query() query: EventTrainerListQuery): Promise<Page<EventTrainerView>> {
    return this.trainers.list(query);
  }

  @Get(':id')
  @Permit('trainers.read')
  one(@Param('id') id: string): Promise<EventTrainerView> {
    return this.trainers.one(id);
  }

  @Post()
  @Permit('trainers.write')
  assign(@CurrentActor() actor: Actor, @Body() wanted: NewEventTrainerDto): Promise<EventTrainerView> {
    return this.trainers.assign(actor, wanted);
  }

  @Patch(':id')
  @Permit('trainers.write')
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() change: EventTrainerChangeDto,
  ): Promise<EventTrainerView> {
    return this.trainers.change(actor, id, change);
  }

  @Delete(':id')
  @HttpCode(204)
  @Permit('trainers.write')
  remove(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.trainers.remove(actor, id);
  }

  /** Mails the link, and answers the code once: it is told to the trainer in another way. */
  @Post(':id/link')
  @HttpCode(200)
  @CarriedOutEachTime()
  @Permit('trainers.write')
  sendLink(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<TrainerCodeView> {
    return this.links.send(actor, id);
  }
}
