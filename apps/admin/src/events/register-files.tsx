import { Button } from '@mui/material';

const FILES = [
  ['pdf', 'PDF'],
  ['xlsx', 'Excel'],
  ['csv', 'CSV'],
] as const;

/** The register as a file; what people need to take part is in none of them. */
export function RegisterFiles({ eventId }: { eventId: string }) {
  return FILES.map(([ending, name]) => (
    <Button key={ending} href={`/api/events/${encodeURIComponent(eventId)}/register.${ending}`} download>
      Download as {name}
    </Button>
  ));
}
