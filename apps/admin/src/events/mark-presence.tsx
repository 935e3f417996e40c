import { ToggleButton, ToggleButtonGroup } from '@mui/material';
import type { RegisterEntry, RegisterRow, RegisterView } from '@roundtable/contracts';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { momentInWords } from '../words/london-time';

interface MarkPresenceProps {
  eventId: string;
  row: RegisterRow;
  session: RegisterView['sessions'][number];
  isOpen: boolean;
}

/** Marks one person present or absent in one session. */
export function MarkPresence({ eventId, row, session, isOpen }: MarkPresenceProps) {
  const mark = row.marks.find(({ sessionId }) => sessionId === session.id)?.attendance ?? null;
  const write = useAction(
    (attendance: RegisterEntry['attendance']) =>
      api.put<RegisterView>(`/events/${encodeURIComponent(eventId)}/register`, {
        entries: [{ bookingId: row.bookingId, sessionId: session.id, attendance }],
      }),
    { done: `${row.practitionerName} is marked.` },
  );
  if (!isOpen) return <>{mark === null ? 'not marked' : mark === 'present' ? 'Present' : 'Absent'}</>;
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label={`${row.practitionerName}, ${momentInWords(session.startsAt)}`}
      value={write.isPending ? write.variables : mark}
      disabled={write.isPending}
      onChange={(_press, chosen: RegisterEntry['attendance'] | null) => {
        if (chosen) write.mutate(chosen);
      }}
    >
      <ToggleButton value="present">Present</ToggleButton>
      <ToggleButton value="absent">Absent</ToggleButton>
    </ToggleButtonGroup>
  );
}
