import { Box, Button } from '@mui/material';
import type { BookingView, WordingPreviewView, MailWordingText } from '@roundtable/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/request';
import { ChooseOne } from '../look/choose-one';
import { colours } from '../look/colours';
import { Refusal } from '../look/notices';
import { Panel } from '../look/panel';
import { dayInWords } from '../words/london-time';

/** What is typed as a mail, drawn by the server as it would go out; nothing is sent and nothing is kept. */
export function WordingPreview({ mailId, words }: { mailId: string; words: MailWordingText }) {
  const [booking, setBooking] = useState<BookingView | null>(null);
  const preview = useMutation<WordingPreviewView, Error>({
    mutationFn: () =>
      api.post<WordingPreviewView>(`/mail-wordings/${encodeURIComponent(mailId)}/preview`, {
        ...words,
        ...(booking && { bookingId: booking.id }),
      }),
  });
  return (
    <Panel heading="How it would read">
      <Box sx={{ maxWidth: '34rem' }}>
        <ChooseOne<BookingView>
          id="preview-booking"
          label="As which delegate (optional)"
          resource="bookings"
          value={booking}
          onChoose={setBooking}
          inWords={({ practitionerName, courseTitle, startsAt }) =>
            [practitionerName, courseTitle, startsAt ? dayInWords(startsAt) : ''].filter(Boolean).join(', ')
          }
          sort={{ field: 'requestedAt', order: 'DESC' }}
          hint="Find a booking by name or reference. Without one, the mail is drawn for Alex Example, who is made up. What only some are told is shown with an example."
        />
      </Box>
      <Button variant="outlined" sx={{ mt: 1.5 }} disabled={preview.isPending} onClick={() => preview.mutate()}>
        Show the mail
      </Button>
      <Box role="status" sx={{ mt: 2 }}>
        <Refusal error={preview.error} />
        {preview.data ? (
          <>
            <p>
              <strong>To:</strong> {preview.data.toName}
              <br />
              <strong>Subject:</strong> {preview.data.subject}
            </p>
            <Box
              component="iframe"
              title="The mail as it would go out"
              sandbox=""
              srcDoc={preview.data.html}
              sx={{
                width: '100%',
                height: '26rem',
                border: `1px solid ${colours.line}`,
                bgcolor: '#ffffff',
                display: 'block',
              }}
            />
          </>
        ) : null}
      </Box>
    </Panel>
  );
}
