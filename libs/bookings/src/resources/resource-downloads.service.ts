import { Injectable, StreamableFile } from '@nestjs/common';
import { type Actor, Files, attachment, found } from '@roundtable/platform';
import { ResourceAccess } from './resource-access.service';

/** Files of resources on their way down: always to be saved, never shown as a page. */
@Injectable()
export class ResourceDownloads {
  constructor(
    private readonly access: ResourceAccess,
    private readonly files: Files,
  ) {}

  /** The file of a resource that this actor may see; 404 where there is none. */
  async file(actor: Actor, id: string): Promise<StreamableFile> {
    const resource = await this.access.one(actor, id);
    const stream = found(resource.fileKey === null ? null : await this.files.read(resource.fileKey));
    return new StreamableFile(stream, {
      type: resource.mediaType ?? 'application/octet-stream',
      disposition: attachment(resource.fileName ?? 'file'),
      ...(resource.bytes === null ? {} : { length: resource.bytes }),
    });
  }
}
