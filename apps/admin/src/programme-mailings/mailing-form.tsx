import type {
  EventView,
  MailPreview,
  ProgrammeAudience,
  ProgrammeMailingRecipient,
  NewProgrammeMailing,
} from '@roundtable/contracts';
import { useState } from 'react';
import { useGetList } from 'react-admin';
import { useNow } from '../api/demonstration';
import { fieldErrors } from '../api/refusals';
import { api } from '../api/request';
import { Nothing, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { eventInWords } from '../events/office-event';
import { Boxes } from '../mailings/boxes';
import { wordsOf, type Draft } from '../mailings/draft';
import { PreviewPanel } from '../mailings/preview-panel';
import { SendPanel } from '../mailings/send-panel';
import { WhenPanel } from '../mailings/when-panel';
import { WordsPanel } from '../mailings/words-panel';
import { londonDateAfter } from '../words/london-time';
import { AudiencePanel } from './audience-panel';

const FIELDS = [['name', 'their name']] as const;
const MOST = 100;

/** What a programme mailing is made of, as the API takes it. */
export type ProgrammeMailingWish = Omit<NewProgrammeMailing, 'key'>;

interface MailingFormProps {
  start: { draft: Draft; audience: ProgrammeAudience; eventIds: string[] };
  /** It waits for its time already. */
  isChange?: boolean;
  isBusy: boolean;
  error: unknown;
  back: string;
  onSend: (wish: ProgrammeMailingWish) => void;
}

/** Writing about the programme: who, what, which events, how it looks, when. */
export function MailingForm({ start, isChange = false, isBusy, error, back, onSend }: MailingFormProps) {
  const [draft, setDraft] = useState(start.draft);
  const [audience, setAudience] = useState(start.audience);
  const [eventIds, setEventIds] = useState(start.eventIds);
  const [refused, setRefused] = useState<unknown>(null);
  const { total } = useGetList<ProgrammeMailingRecipient>('programme-mailing-recipients', {
    filter: { ...audience },
    sort: { field: 'name', order: 'ASC' },
    pagination: { page: 1, perPage: 1 },
  });
  const errors = { ...fieldErrors(refused), ...fieldErrors(error) };
  const { subject, words } = draft;
  return (
    <>
      <AudiencePanel audience={audience} onChange={setAudience} total={total} />
      <WordsPanel draft={draft} onChange={setDraft} errors={errors} fields={FIELDS} />
      <Events chosen={eventIds} onChoose={setEventIds} error={errors['eventId']} />
      <PreviewPanel
        show={() => api.post<MailPreview>('/programme-mailing-previews', { subject, words, eventIds })}
        onRefused={setRefused}
      >
        <p>It is shown as you would get it. In the mails, the link that ends them is each reader’s own.</p>
      </PreviewPanel>
      <WhenPanel draft={draft} onChange={setDraft} errors={errors} isLaterOnly={isChange} />
      <SendPanel
        isLater={draft.isLater}
        isChange={isChange}
        recipients={total}
        isBusy={isBusy}
        error={error}
        back={back}
        onSend={() => onSend({ ...wordsOf(draft), audience, eventIds })}
      />
    </>
  );
}

interface EventsProps {
  chosen: readonly string[];
  onChoose: (ids: string[]) => void;
  error: string | undefined;
}

function Events(props: EventsProps) {
  const now = useNow();
  return (
    <Panel heading="Events to tell of">
      {now ? <ChooseEvents {...props} today={londonDateAfter(now, 0)} /> : <Waiting />}
    </Panel>
  );
}

function ChooseEvents({ chosen, onChoose, error, today }: EventsProps & { today: string }) {
  const { data, total } = useGetList<EventView>('events', {
    filter: { status: 'published', from: today },
    sort: { field: 'startsAt', order: 'ASC' },
    pagination: { page: 1, perPage: MOST },
  });
  if (!data) return <Waiting />;
  if (data.length === 0) return <Nothing>No published event is to come.</Nothing>;
  return (
    <>
      <Boxes
        isColumn
        legend="Put in with date, place, places left, cost and a link (optional)"
        hint="What is full or cancelled by the time it goes is told as it is then, or left out."
        choices={data.map((event) => ({ value: event.id, label: eventInWords(event) }))}
        chosen={chosen}
        onChoose={onChoose}
        error={error}
      />
      {total !== undefined && total > MOST ? <p>Only the first {MOST} are shown.</p> : null}
    </>
  );
}
