import type { EventTrainerChange, EventTrainerView, TrainerCodeView } from '@roundtable/contracts';
import { useState } from 'react';
import { api } from '../../api/request';
import { useAction } from '../../api/use-action';
import { ActionDialog } from '../../look/action-dialog';
import { ConfirmedAction } from '../../look/confirmed-action';
import { SmallButton } from '../../look/small-button';
import { momentInWords } from '../../words/london-time';
import { ChangeHours } from './change-hours';

const addressOf = ({ id }: EventTrainerView) => `/event-trainers/${encodeURIComponent(id)}`;

export function TrainerActions({ trainer }: { trainer: EventTrainerView }) {
  const { trainerName, answer, canBeLinked } = trainer;
  const change = useAction((wanted: EventTrainerChange) => api.patch<EventTrainerView>(addressOf(trainer), wanted), {
    done: (changed) =>
      changed.answer === 'confirmed'
        ? `${trainerName} has confirmed, and sees the people of this event.`
        : `${trainerName} has declined.`,
  });
  return (
    <>
      {answer === 'confirmed' ? null : (
        <SmallButton verb="Confirm" what={trainerName} onClick={() => change.mutate({ answer: 'confirmed' })} />
      )}
      {answer === 'declined' ? null : (
        <SmallButton verb="Declined" what={trainerName} onClick={() => change.mutate({ answer: 'declined' })} />
      )}
      <ChangeHours trainer={trainer} />
      {canBeLinked ? <SendLink trainer={trainer} /> : null}
      <ConfirmedAction
        verb="Remove"
        what={trainerName}
        call={() => api.remove(addressOf(trainer))}
        done={`${trainerName} is off this event.`}
      >
        <p>A link that was mailed stops working, and the hours no longer count.</p>
      </ConfirmedAction>
    </>
  );
}

/** Mails the link, then shows the code once, to be told in another way. */
function SendLink({ trainer }: { trainer: EventTrainerView }) {
  const [isOpen, setOpen] = useState(false);
  const [sent, setSent] = useState<TrainerCodeView | null>(null);
  const send = useAction(() => api.post<TrainerCodeView>(`${addressOf(trainer)}/link`), {
    done: 'The link is on its way. Tell the trainer the code by telephone.',
    onDone: setSent,
    showsRefusal: true,
  });
  const close = () => {
    setOpen(false);
    setSent(null);
    send.reset();
  };
  return (
    <>
      <SmallButton
        verb={trainer.linkSentAt ? 'Send a new link' : 'Send a link'}
        what={`to ${trainer.trainerName}`}
        onClick={() => setOpen(true)}
      />
      <ActionDialog
        heading={sent ? 'The code' : `Send ${trainer.trainerName} a link`}
        verb={sent ? 'I have noted the code' : 'Send the link'}
        isOpen={isOpen}
        onClose={close}
        onDo={sent ? close : () => send.mutate(undefined)}
        isBusy={send.isPending}
        error={send.error}
      >
        {sent ? (
          <p>
            <strong>{sent.code}</strong> opens the link from {momentInWords(sent.validFrom)} until{' '}
            {momentInWords(sent.validUntil)}. It is shown this once. Tell it to the trainer by telephone, not by email.
          </p>
        ) : (
          <p>
            The link opens the people and the register of this event to somebody without an account, together with a
            code that you tell them. A link that was sent before stops working.
          </p>
        )}
      </ActionDialog>
    </>
  );
}
