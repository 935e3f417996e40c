import { Box } from '@mui/material';
import type { AuditEntryView } from '@roundtable/contracts';
import { mayUse, useRoles } from '../api/access';
import { Hidden } from '../look/hidden';
import { listOf } from '../look/list-of';
import { TextLink } from '../look/text-link';
import { sentenceCase } from '../words/labels';

/** Where a thing of this kind has a page of its own. */
const PAGES: Record<string, { resource: string; action: string; to: (id: string) => string }> = {
  person: { resource: 'practitioners', action: 'show', to: (id) => `/practitioners/${id}/show` },
  agency: { resource: 'agencies', action: 'show', to: (id) => `/agencies/${id}/show` },
  event: { resource: 'events', action: 'show', to: (id) => `/events/${id}/show` },
  // Everybody has bookings of their own; those of others are the office's.
  booking: { resource: 'practitioners', action: 'edit', to: (id) => `/bookings/${id}/show` },
  course: { resource: 'courses', action: 'edit', to: (id) => `/courses/${id}` },
  message: { resource: 'messages', action: 'show', to: (id) => `/messages/${id}/show` },
  'event-mail': { resource: 'event-mails', action: 'show', to: (id) => `/event-mails/${id}/show` },
  'programme-mailing': {
    resource: 'programme-mailings',
    action: 'show',
    to: (id) => `/programme-mailings/${id}/show`,
  },
  'data-request': { resource: 'data-requests', action: 'show', to: (id) => `/data-requests/${id}/show` },
};

/** The way to what an entry is about, and to everything else that was done to it. */
export function Subject({ entry: { subjectKind, subjectId, subjectName } }: { entry: AuditEntryView }) {
  const { roles } = useRoles();
  if (subjectId === null) return null;
  const kind = sentenceCase(subjectKind).toLowerCase();
  const page = PAGES[subjectKind];
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, mt: 0.5 }}>
      {page && mayUse(page.resource, page.action, roles) ? (
        <TextLink to={page.to(subjectId)}>{subjectName ?? `See the ${kind}`}</TextLink>
      ) : (
        (subjectName ?? (subjectKind === 'person' ? 'erased person' : null))
      )}
      <TextLink to={listOf('audit', { subjectId })}>
        {`All about this ${kind}`}
        <Hidden> {subjectName ?? subjectId}</Hidden>
      </TextLink>
    </Box>
  );
}
