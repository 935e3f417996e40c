export const RESOURCE_KINDS = ['file', 'link', 'recording'] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

/** Who sees a resource beside the office and the event's trainers: everybody, whoever has a place, whoever was there. */
export const RESOURCE_VISIBILITIES = ['everybody', 'booked', 'attended'] as const;
export type ResourceVisibility = (typeof RESOURCE_VISIBILITIES)[number];

/** What may be uploaded, known by its content and not by its name. */
export const RESOURCE_FILE_TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  odp: 'application/vnd.oasis.opendocument.presentation',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  png: 'image/png',
  jpg: 'image/jpeg',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
} as const;
export const LARGEST_RESOURCE_BYTES = 20 * 1024 * 1024;

export interface ResourceView {
  id: string;
  courseId: string | null;
  eventId: string | null;
  kind: ResourceKind;
  visibility: ResourceVisibility;
  title: string;
  /** Where a link leads. A recording's address is told when it is opened. */
  url: string | null;
  fileName: string | null;
  mediaType: string | null;
  bytes: number | null;
  addedAt: string;
  demonstration: boolean;
}

export interface NewLinkedResource {
  kind: 'link' | 'recording';
  title: string;
  url: string;
  visibility?: ResourceVisibility;
}

export interface ResourceChange {
  title?: string;
  url?: string;
  visibility?: ResourceVisibility;
}

/** Somebody who opened a recording; apart from attendance. */
export interface WatchedRecordingView {
  id: string;
  resourceId: string;
  title: string;
  bookingId: string;
  practitionerId: string;
  practitionerName: string;
  firstAt: string;
  lastAt: string;
}
