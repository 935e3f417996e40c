import { Typography } from '@mui/material';
import type { MessageView } from '@roundtable/contracts';
import { Tag, type Tone } from '../look/tag';
import { MESSAGE_STATE } from '../words/labels';

const TONES: Record<MessageView['state'], Tone> = {
  kept: 'plain',
  queued: 'brand',
  sending: 'brand',
  sent: 'good',
  failed: 'bad',
};

/** The state, and what went wrong where something did. */
export function StateWithReason({ message: { state, lastError } }: { message: MessageView }) {
  return (
    <>
      <MessageState state={state} />
      {lastError ? (
        <Typography variant="body2" sx={{ mt: 0.5, minWidth: '12rem', maxWidth: '26rem', overflowWrap: 'anywhere' }}>
          {lastError}
        </Typography>
      ) : null}
    </>
  );
}

export function MessageState({ state }: { state: MessageView['state'] }) {
  return <Tag tone={TONES[state]}>{MESSAGE_STATE[state]}</Tag>;
}
