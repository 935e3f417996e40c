import { Box, Link } from '@mui/material';
import type { MessageDetailView } from '@roundtable/contracts';
import { ShowBase, useShowContext } from 'react-admin';
import { useRoles } from '../api/access';
import { Facts } from '../look/facts';
import { Heading } from '../look/heading';
import { Refusal, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { TextLink } from '../look/text-link';
import { colours } from '../look/colours';
import { sentenceCase } from '../words/labels';
import { momentInWords } from '../words/london-time';
import { SendAgain } from './send-again';
import { MessageState } from './message-state';

export default function MessageShow() {
  return (
    <ShowBase resource="messages">
      <Message />
    </ShowBase>
  );
}

function Message() {
  const { record, error } = useShowContext<MessageDetailView>();
  const { may } = useRoles();
  if (error) return <Refusal error={error} />;
  if (!record) return <Waiting />;
  return (
    <>
      <Heading
        actions={
          <>
            {may('messages.send') ? <SendAgain message={record} /> : null}
            <Link href={`/api/messages/${encodeURIComponent(record.id)}.eml`}>Download as a mail file (.eml)</Link>
          </>
        }
      >
        {record.subject}
      </Heading>
      <Panel heading="About this mail">
        <Facts
          facts={[
            ['To', `${record.toName} <${record.toAddress}>`],
            ['Subject', record.subject],
            ['Kind', sentenceCase(record.kind)],
            ['State', <MessageState key="state" state={record.state} />],
            ['Written', momentInWords(record.createdAt)],
            ['Sent', sentInWords(record)],
            ['Last failure', record.lastError],
            ['Tries', record.attempts > 0 ? String(record.attempts) : null],
            ['Next try', record.attempts > 0 && record.nextTryAt ? momentInWords(record.nextTryAt) : null],
            [
              'Booking',
              record.bookingId ? (
                <TextLink key="booking" to={`/bookings/${record.bookingId}/show`}>
                  See the booking
                </TextLink>
              ) : null,
            ],
          ]}
        />
      </Panel>
      <Panel heading="As a formatted mail">
        <Box
          component="iframe"
          title="The formatted mail"
          sandbox=""
          srcDoc={record.html}
          sx={{
            width: '100%',
            height: '32rem',
            border: `1px solid ${colours.line}`,
            bgcolor: '#ffffff',
            display: 'block',
          }}
        />
      </Panel>
      <Panel heading="As plain text">
        <Source>{record.text}</Source>
      </Panel>
      <Panel heading="Headers">
        <Source>{record.headers}</Source>
      </Panel>
      {record.calendar ? (
        <Panel heading="Calendar part">
          <Source>{record.calendar}</Source>
        </Panel>
      ) : null}
    </>
  );
}

function sentInWords({ state, sentAt }: MessageDetailView): string {
  if (sentAt === null) return 'not yet';
  return state === 'failed' ? `${momentInWords(sentAt)}, and it came back` : momentInWords(sentAt);
}

function Source({ children }: { children: string }) {
  return (
    <Box
      component="pre"
      sx={{
        m: 0,
        fontSize: '0.9375rem',
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
        maxWidth: '48rem',
        fontFamily: 'ui-monospace, Menlo, Consolas, monospace',
      }}
    >
      {children}
    </Box>
  );
}
