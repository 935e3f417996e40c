import type { ProgrammeMailingView } from '@roundtable/contracts';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { Heading } from '../look/heading';
import { newDraft, newKey } from '../mailings/draft';
import { plural } from '../words/figures';
import { momentInWords } from '../words/london-time';
import { MailingForm, type ProgrammeMailingWish } from './mailing-form';

export default function MailingCreate() {
  const navigate = useNavigate();
  const [key] = useState(newKey);
  const [start] = useState(() => ({ draft: newDraft(), audience: { topics: [], areas: [] }, eventIds: [] }));
  const send = useAction(
    (wish: ProgrammeMailingWish) => api.post<ProgrammeMailingView>('/programme-mailings', { key, ...wish }),
    {
      done: ({ state, sendAt, recipients }) =>
        state === 'scheduled'
          ? `The mailing goes on ${momentInWords(sendAt)}. Until then you can change it or take it back.`
          : `The mailing goes to ${plural(recipients ?? 0, 'person', 'people')} now.`,
      onDone: ({ id }) => void navigate(`/programme-mailings/${id}/show`),
      showsRefusal: true,
    },
  );
  return (
    <>
      <Heading intro="It goes only to those who asked for such mail on their account.">
        Write a programme mailing
      </Heading>
      <MailingForm
        start={start}
        isBusy={send.isPending || send.isSuccess}
        error={send.error}
        back="/programme-mailings"
        onSend={(wish) => send.mutate(wish)}
      />
    </>
  );
}
