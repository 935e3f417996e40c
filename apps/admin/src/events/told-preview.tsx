import { Box, Button } from '@mui/material';
import type { ChangePreview, EventChange, EventView } from '@roundtable/contracts';
import { useMutation } from '@tanstack/react-query';
import { useFormContext } from 'react-hook-form';
import { api } from '../api/request';
import { Refusal } from '../look/notices';
import { plural } from '../words/figures';
import { sentenceCase } from '../words/labels';

interface ToldPreviewProps {
  event: EventView;
  /** What would be sent, from what is typed. */
  changeFrom: (values: Record<string, unknown>) => EventChange;
}

/** Says, before a change is saved, who would be mailed about it. Nothing is changed. */
export function ToldPreview({ event, changeFrom }: ToldPreviewProps) {
  const { getValues } = useFormContext();
  const preview = useMutation<ChangePreview, Error, EventChange>({
    mutationFn: (change) => api.post<ChangePreview>(`/events/${encodeURIComponent(event.id)}/change-preview`, change),
  });
  return (
    <Box sx={{ my: 1.5 }}>
      <Button variant="outlined" disabled={preview.isPending} onClick={() => preview.mutate(changeFrom(getValues()))}>
        See who would be told
      </Button>
      <Refusal error={preview.error} />
      <Box role="status">{preview.data ? <Told preview={preview.data} /> : null}</Box>
    </Box>
  );
}

function Told({ preview: { told, isTimeChanged, isPlaceChanged } }: { preview: ChangePreview }) {
  if (told.length === 0)
    return (
      <p>
        {isTimeChanged || isPlaceChanged
          ? 'Nobody would be mailed: nobody has a confirmed place, or it is not published.'
          : 'Nobody would be mailed: neither time nor place change.'}
      </p>
    );
  const people = new Set(told.map(({ practitionerId, name }) => practitionerId ?? name)).size;
  return (
    <>
      <p>
        {plural(told.length, 'mail', 'mails')} to {plural(people, 'person', 'people')} would be written:
      </p>
      <ul>
        {told.map(({ practitionerId, name, kind, subject }) => (
          <li key={`${practitionerId ?? name}${kind}${subject}`}>
            {name}: {sentenceCase(kind).toLowerCase()}
          </li>
        ))}
      </ul>
    </>
  );
}
