import { RESOURCE_FILE_TYPES, type ResourceView, paths } from '@roundtable/contracts';

/** One handout, link or recording as a page lists it. */
export interface ResourceLink {
  title: string;
  href: string;
  /** What comes: 'PDF, 240 KB', 'Recording'. */
  what: string;
  isElsewhere: boolean;
}

const KINDS = new Map<string, string>(
  Object.entries(RESOURCE_FILE_TYPES).map(([extension, type]) => [type, extension.toUpperCase()]),
);

export function resourceLinks(resources: readonly ResourceView[]): ResourceLink[] {
  return resources.map((resource) => ({
    title: resource.title,
    href: hrefOf(resource),
    what: whatOf(resource),
    isElsewhere: resource.kind === 'link',
  }));
}

function hrefOf({ id, kind, url }: ResourceView): string {
  if (kind === 'link') return url ?? '';
  return kind === 'recording' ? paths.recording({ id }) : paths.resourceFile({ id });
}

function whatOf({ kind, mediaType, bytes }: ResourceView): string {
  if (kind === 'link') return 'Another website';
  if (kind === 'recording') return 'Recording';
  return [KINDS.get(mediaType ?? '') ?? 'File', ...(bytes === null ? [] : [sizeInWords(bytes)])].join(', ');
}

/** '240 KB' or '3.4 MB', rounded up, so that a small file never has none. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.ceil(bytes / 1024))} KB`;
  return `${(Math.ceil((bytes * 10) / (1024 * 1024)) / 10).toString()} MB`;
}
