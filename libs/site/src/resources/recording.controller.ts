import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ResourceAccess, WatchedRecordings, placeOf } from '@roundtable/bookings';
import { paths } from '@roundtable/contracts';
import { type ActingRequest, type Actor, CurrentActor, Permit, found } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { SitePages } from '../frame/site-pages';
import { openRecordingPage, recordingPage } from './recording.presenter';

/** A recording. Opening it is pressed and not followed, because it leaves a trace for whoever has a place. */
@ApiExcludeController()
@Controller()
export class RecordingController {
  constructor(
    private readonly pages: SitePages,
    private readonly access: ResourceAccess,
    private readonly watched: WatchedRecordings,
  ) {}

  @Get(paths.recording({ id: ':id' }))
  @Permit('resources.read')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const recording = await this.access.one(actor, id);
    const hasPlace = (await this.access.placesOf(actor.personId, placeOf(recording))).length > 0;
    const url = found(recording.kind === 'recording' ? recording.url : null);
    this.pages.page(reply, request, 'resources/recording.njk', recordingPage(recording, url, hasPlace));
  }

  @Post(paths.recording({ id: ':id' }))
  @Permit('recordings.watch')
  async open(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const url = await this.watched.open(actor, id);
    const { title } = await this.access.one(actor, id);
    this.pages.page(reply, request, 'resources/open-recording.njk', openRecordingPage(title, url));
  }
}
