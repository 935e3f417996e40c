import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import type { ResourceView, WatchedRecordingView } from '@roundtable/contracts';
import { ResourceChangeDto, ResourcesService, resourceView } from '@roundtable/events';
import { type Actor, CurrentActor, type Page, Permit } from '@roundtable/platform';
import { ResourceDownloads } from './resource-downloads.service';
import { WatchedRecordingListQuery } from './watched-recording.dto';
import { WatchedRecordings } from './watched-recordings.service';

@Controller('api')
export class ResourcesController {
  constructor(
    private readonly resources: ResourcesService,
    private readonly downloads: ResourceDownloads,
    private readonly watched: WatchedRecordings,
  ) {}

  @Patch('resources/:id')
  @Permit('resources.write')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() change: ResourceChangeDto,
  ): Promise<ResourceView> {
    return resourceView(await this.resources.change(actor, id, change));
  }

  @Delete('resources/:id')
  @HttpCode(204)
  @Permit('resources.write')
  remove(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.resources.remove(actor, id);
  }

  @Get('resources/:id/file')
  @Permit('resources.read')
  file(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    return this.downloads.file(actor, id);
  }

  /** Opens a recording: answers where it is. */
  @Post('resources/:id/watching')
  @HttpCode(200)
  @Permit('recordings.watch')
  async watch(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<{ url: string }> {
    return { url: await this.watched.open(actor, id) };
  }

  @Get('watched-recordings')
  @Permit('recordings.watched')
  list(@Query() query: WatchedRecordingListQuery): Promise<Page<WatchedRecordingView>> {
    return this.watched.list(query);
  }
}
