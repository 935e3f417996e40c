import type { ResourceView } from '@roundtable/contracts';
import type { ResourceEntity } from './resource.entity';

export function resourceView(resource: ResourceEntity): ResourceView {
  return {
    id: resource.id,
    courseId: resource.courseId,
    eventId: resource.eventId,
    kind: resource.kind,
    visibility: resource.visibility,
    title: resource.title,
    url: resource.kind === 'link' ? resource.url : null,
    fileName: resource.fileName,
    mediaType: resource.mediaType,
    bytes: resource.bytes,
    addedAt: resource.addedAt.toISOString(),
    demonstration: resource.isDemonstration,
  };
}
