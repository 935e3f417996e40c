import { TextField } from '@mui/material';
import type { EventView, InvitationView, NewInvitation } from '@roundtable/contracts';
import { useState } from 'react';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';
import { SmallButton } from '../look/small-button';
import { plural } from '../words/figures';
import { eventPath } from './event-path';

/** Asks the leads of a sector that the event lacks to send somebody. */
export function InviteLeads({ event, sector }: { event: EventView; sector: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <SmallButton verb="Invite the leads" what={`of ${sector}`} onClick={() => setOpen(true)} />
      {isOpen ? <InviteDialog event={event} sector={sector} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function InviteDialog({ event, sector, onClose }: { event: EventView; sector: string; onClose: () => void }) {
  const [note, setNote] = useState('');
  const invite = useAction(
    (wanted: NewInvitation) => api.post<InvitationView>(eventPath(event.id, 'invitations'), wanted),
    { done: outcomeInWords, onDone: onClose, showsRefusal: true },
  );
  return (
    <ActionDialog
      heading={`Invite the leads of ${sector}`}
      verb={`Invite the leads of ${sector}`}
      isOpen
      onClose={onClose}
      onDo={() => invite.mutate({ sector, ...(note.trim() ? { note: note.trim() } : {}) })}
      isBusy={invite.isPending}
      error={invite.error}
    >
      <p>
        Leads of agencies of this sector, and of the sectors below it, that have nobody on this event are mailed: each
        once.
      </p>
      <TextField
        id="invite-note"
        label="What to add to the mail (optional)"
        autoFocus
        value={note}
        onChange={({ target }) => setNote(target.value)}
        multiline
        minRows={2}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
    </ActionDialog>
  );
}

function outcomeInWords({ sector, invited, invitedBefore }: InvitationView): string {
  const before = invitedBefore > 0 ? ` ${plural(invitedBefore, 'lead was', 'leads were')} invited earlier.` : '';
  if (invited === 0) return `Nobody was written to: no lead of ${sector} is left to invite.${before}`;
  return `${plural(invited, 'lead', 'leads')} of ${sector} will get a mail.${before}`;
}
