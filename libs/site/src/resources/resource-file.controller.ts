import { Controller, Get, Header, Param, type StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ResourceDownloads } from '@roundtable/bookings';
import { paths } from '@roundtable/contracts';
import { type Actor, CurrentActor, Permit } from '@roundtable/platform';

/** A handout, to download. */
@ApiExcludeController()
@Controller()
export class ResourceFileController {
  constructor(private readonly downloads: ResourceDownloads) {}

  @Get(paths.resourceFile({ id: ':id' }))
  @Header('cache-control', 'no-store')
  @Permit('resources.read')
  download(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    return this.downloads.file(actor, id);
  }
}
