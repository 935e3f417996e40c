import { Body, Controller, Get, HttpCode, Post, StreamableFile } from '@nestjs/common';
import type { OwnDataRequestView } from '@roundtable/contracts';
import { type Actor, CurrentActor, Permit } from '@roundtable/platform';
import { ErasureDto, NewDataRequestDto } from './data-rights.dto';
import { ownDataRequestView } from './data-request.view';
import { DataRequestQueries } from './data-requests.queries';
import { DataRequestsService } from './data-requests.service';
import { OwnDataFile } from './own-data-file.service';

/** What is held about oneself: to have, and to ask about. */
@Controller('api/me')
export class OwnDataController {
  constructor(
    private readonly file: OwnDataFile,
    private readonly requests: DataRequestsService,
    private readonly queries: DataRequestQueries,
  ) {}

  @Get('export')
  @Permit('own-data.read')
  async download(@CurrentActor() actor: Actor): Promise<StreamableFile> {
    const { name, content } = await this.file.of(actor);
    return new StreamableFile(content, { type: 'application/zip', disposition: `attachment; filename="${name}"` });
  }

  @Post('erasure')
  @HttpCode(202)
  @Permit('own-data.request')
  async erase(@CurrentActor() actor: Actor, @Body() { words }: ErasureDto): Promise<{ id: string; dueAt: string }> {
    const request = await this.requests.ask(actor, { kind: 'erase', ...(words === undefined ? {} : { words }) });
    return { id: request.id, dueAt: request.dueAt.toISOString() };
  }

  @Get('data-requests')
  @Permit('own-data.read')
  list(@CurrentActor() actor: Actor): Promise<OwnDataRequestView[]> {
    return this.queries.own(actor);
  }

  @Post('data-requests')
  @Permit('own-data.request')
  async ask(@CurrentActor() actor: Actor, @Body() wanted: NewDataRequestDto): Promise<OwnDataRequestView> {
    return ownDataRequestView(await this.requests.ask(actor, wanted));
  }
}
