import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { InterestsService } from '@roundtable/bookings';
import { paths } from '@roundtable/contracts';
import { OutsideAttendancesService } from '@roundtable/events';
import { type ActingRequest, type Actor, Clock, CurrentActor, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { SitePages } from '../frame/site-pages';
import { OwnCompletions } from '../learning/own-completions.service';
import { elsewhereCards } from './elsewhere.presenter';
import { myTrainingPage } from './my-training.presenter';
import { OwnBookings } from './own-bookings.service';

@ApiExcludeController()
@Controller()
export class MyTrainingController {
  constructor(
    private readonly pages: SitePages,
    private readonly own: OwnBookings,
    private readonly completions: OwnCompletions,
    private readonly outside: OutsideAttendancesService,
    private readonly interests: InterestsService,
    private readonly clock: Clock,
  ) {}

  @Get(paths.myTraining)
  @Permit('me.read')
  async show(@CurrentActor() actor: Actor, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    const bookings = await this.own.eachWithForms(actor, await this.own.all(actor));
    const interests = (await this.interests.list(actor, { _end: 100 })).items;
    const completions = await this.completions.all(actor);
    const model = {
      ...myTrainingPage(actor.name, bookings, completions, this.clock.now(), interests),
      elsewhere: elsewhereCards(await this.outside.ownOf(actor)),
      isTrainer: actor.roles.includes('trainer'),
    };
    this.pages.page(reply, request, 'my-training/my-training.njk', model);
  }
}
