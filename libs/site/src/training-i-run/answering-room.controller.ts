import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { paths } from '@roundtable/contracts';
import { AnsweringRoomsService } from '@roundtable/evaluations';
import { type ActingRequest, type Actor, CurrentActor, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { Fields, FormFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { answeringRoomPage } from './answering-room.presenter';

/** The page that is projected in the room: how to answer, and how many have. */
@ApiExcludeController()
@Controller()
export class AnsweringRoomPageController {
  constructor(
    private readonly pages: SitePages,
    private readonly rooms: AnsweringRoomsService,
  ) {}

  @Get(paths.answeringRoom({ id: ':id' }))
  @Permit('evaluations.room')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id') eventId: string,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const page = answeringRoomPage(await this.rooms.of(actor, eventId), actor.roles.includes('trainer'));
    this.pages.page(reply, request, 'training-i-run/answering-room.njk', page);
  }

  @Post(paths.answeringRoom({ id: ':id' }))
  @Permit('evaluations.room')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id') eventId: string,
    @FormFields() given: Fields,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (given.text('step') === 'open') await this.rooms.open(actor, eventId);
    else await this.rooms.prepare(actor, eventId);
    this.pages.redirect(reply, paths.answeringRoom({ id: eventId }));
  }
}
