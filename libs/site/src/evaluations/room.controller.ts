import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { paths } from '@roundtable/contracts';
import { RoomAnswersService } from '@roundtable/evaluations';
import { type ActingRequest, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { Fields, FormFields, QueryFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { type EvaluationPlace, evaluationPage, readEvaluation, versionRead } from './evaluation.presenter';
import { FrontDoor } from './front-door.service';
import { readRoom, roomPage } from './room.presenter';

const DOOR = 'evaluations/room.njk';
const FORM = 'evaluations/evaluation.njk';

/** Answering in the room: four digits and an e-mail address lead to the form. */
@ApiExcludeController()
@Controller()
export class RoomController {
  constructor(
    private readonly pages: SitePages,
    private readonly room: RoomAnswersService,
    private readonly frontDoor: FrontDoor,
  ) {}

  @Get(paths.room)
  @Permit('evaluations.answer')
  door(@QueryFields() query: Fields, @Req() request: ActingRequest, @Res() reply: FastifyReply): void {
    this.pages.page(reply, request, DOOR, roomPage({ digits: query.text('room'), email: '' }));
  }

  @Post(paths.room)
  @Permit('evaluations.answer')
  async enter(@FormFields() given: Fields, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    const { typed, errors } = readRoom(given);
    if (errors) return this.pages.page(reply, request, DOOR, roomPage(typed, errors), 422);
    const token = await this.room.enter(typed.digits, typed.email, { address: request.ip });
    if (!token) return this.pages.page(reply, request, DOOR, roomPage(typed, 'nothing'), 422);
    this.pages.redirect(reply, paths.roomForm({ token }));
  }

  @Get(paths.roomForm({ token: ':token' }))
  @Permit('evaluations.answer')
  async show(@Param('token') token: string, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    this.pages.page(reply, request, FORM, evaluationPage(await this.room.form(token), await this.at(token)));
  }

  @Post(paths.roomForm({ token: ':token' }))
  @Permit('evaluations.answer')
  async send(
    @Param('token') token: string,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const form = await this.room.form(token, versionRead(given));
    if (form.state === 'open') {
      const { given: answers, errors } = readEvaluation(form, given);
      if (errors) {
        const page = evaluationPage(form, await this.at(token), given, errors);
        return this.pages.page(reply, request, FORM, page, 422);
      }
      await this.room.answer(token, answers);
    }
    this.pages.redirect(reply, paths.roomForm({ token }));
  }

  private async at(token: string): Promise<EvaluationPlace> {
    return { action: paths.roomForm({ token }), bookingId: null, frontDoor: await this.frontDoor.number() };
  }
}
