import { Box } from '@mui/material';
import type { EventView, JoiningView } from '@roundtable/contracts';
import { useRoles } from '../../api/access';
import { useAnswer } from '../../api/use-answer';
import { Facts } from '../../look/facts';
import { Nothing, Refusal, Waiting } from '../../look/notices';
import { Panel } from '../../look/panel';
import { eventPath } from '../event-path';
import { ChangeJoining } from './change-joining';
import { MailJoining } from './mail-joining';

/** How an online event is joined. */
export function JoiningPanel({ event }: { event: EventView }) {
  const { may } = useRoles();
  const { data, error } = useAnswer<JoiningView>(eventPath(event.id, 'joining'));
  const isComing = event.status === 'draft' || event.status === 'published';
  const isJoinable = Boolean(data?.meetingUrl ?? data?.dialIn);
  return (
    <Panel heading="Joining online">
      <Refusal error={error} />
      {!data && !error ? <Waiting /> : null}
      {data ? <Joining joining={data} /> : null}
      {data && isComing && may('bookings.manage') ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mt: 2 }}>
          <ChangeJoining joining={data} />
          {isJoinable && event.status === 'published' ? <MailJoining event={event} /> : null}
        </Box>
      ) : null}
    </Panel>
  );
}

function Joining({ joining }: { joining: JoiningView }) {
  const { platform, meetingUrl, testUrl, dialIn, minutesBefore } = joining;
  if (!platform && !meetingUrl && !testUrl && !dialIn)
    return (
      <Nothing>
        Nothing is said yet. Add the meeting link, and everybody confirmed finds it on their page. Joining instructions
        wait for it.
      </Nothing>
    );
  return (
    <Facts
      facts={[
        ['Platform', platform],
        ['Meeting link', meetingUrl],
        ['Delegates see it', meetingUrl ? `from ${minutesBefore} minutes before the start until the end` : null],
        ['Test link', testUrl],
        ['By telephone', dialIn],
      ]}
    />
  );
}
