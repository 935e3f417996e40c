import type {
  EventMailAudience,
  EventMailRecipient,
  EventView,
  MailPreview,
  ResourceView,
} from '@roundtable/contracts';
import { useState } from 'react';
import { useGetList } from 'react-admin';
import { fieldErrors } from '../api/refusals';
import { api } from '../api/request';
import { ChooseOne } from '../look/choose-one';
import { Panel } from '../look/panel';
import { Boxes } from '../mailings/boxes';
import { wordsOf, type Draft } from '../mailings/draft';
import { PreviewPanel } from '../mailings/preview-panel';
import { SendPanel } from '../mailings/send-panel';
import { WhenPanel } from '../mailings/when-panel';
import { WordsPanel } from '../mailings/words-panel';
import { AudiencePanel } from './audience-panel';

const FIELDS = [
  ['name', 'their name'],
  ['course', 'the title of the course'],
  ['date', 'date and time'],
  ['place', 'the venue, or Online'],
  ['reference', 'the reference of their booking'],
] as const;

/** What a mail to delegates is made of, as the API takes it. */
export interface EventMailWish {
  subject: string;
  words: string;
  sendOn?: string;
  sendTime?: string;
  audience: EventMailAudience;
  resourceIds: string[];
}

interface EventMailFormProps {
  event: EventView;
  start: { draft: Draft; audience: EventMailAudience; resourceIds: string[] };
  /** It waits for its time already. */
  isChange?: boolean;
  isBusy: boolean;
  error: unknown;
  back: string;
  onSend: (wish: EventMailWish) => void;
}

/** Writing to the delegates of an event: who, what, how it looks, when. */
export function EventMailForm({ event, start, isChange = false, isBusy, error, back, onSend }: EventMailFormProps) {
  const [draft, setDraft] = useState(start.draft);
  const [audience, setAudience] = useState(start.audience);
  const [resourceIds, setResourceIds] = useState(start.resourceIds);
  const [delegate, setDelegate] = useState<EventMailRecipient | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const recipients = `events/${encodeURIComponent(event.id)}/mail-recipients`;
  const { total, withoutAddress } = useNumbers(recipients, audience);
  const errors = { ...fieldErrors(refused), ...fieldErrors(error) };
  const { subject, words } = draft;
  const show = () =>
    api.post<MailPreview>('/event-mail-previews', {
      ...{ eventId: event.id, subject, words, resourceIds },
      bookingId: delegate?.id ?? '',
    });
  return (
    <>
      <AudiencePanel
        event={event}
        audience={audience}
        onChange={setAudience}
        total={total}
        withoutAddress={withoutAddress}
      />
      <WordsPanel draft={draft} onChange={setDraft} errors={errors} fields={FIELDS} />
      <ResourceBoxes event={event} chosen={resourceIds} onChoose={setResourceIds} error={errors['resourceIds']} />
      <PreviewPanel show={show} onRefused={setRefused} isOff={delegate === null}>
        <ChooseOne<EventMailRecipient>
          id="delegate"
          label="As this delegate would get it"
          resource={recipients}
          filter={{ ...audience }}
          value={delegate}
          onChoose={setDelegate}
          inWords={({ name, agencyName }) => `${name}, ${agencyName}`}
          sort={{ field: 'name', order: 'ASC' }}
          hint="Choose one of those above."
        />
      </PreviewPanel>
      <WhenPanel draft={draft} onChange={setDraft} errors={errors} isLaterOnly={isChange} />
      <SendPanel
        isLater={draft.isLater}
        isChange={isChange}
        recipients={total === undefined || withoutAddress === undefined ? undefined : total - withoutAddress}
        isBusy={isBusy}
        error={error}
        back={back}
        onSend={() => onSend({ ...wordsOf(draft), audience, resourceIds })}
      />
    </>
  );
}

/** How many are chosen, and how many of them cannot be written to. */
function useNumbers(resource: string, audience: EventMailAudience) {
  const none = { sort: { field: 'name', order: 'ASC' } as const, pagination: { page: 1, perPage: 1 } };
  const all = useGetList<EventMailRecipient>(resource, { filter: { ...audience }, ...none });
  const without = useGetList<EventMailRecipient>(resource, { filter: { ...audience, withAddress: 'no' }, ...none });
  return { total: all.total, withoutAddress: without.total };
}

interface ResourceBoxesProps {
  event: EventView;
  chosen: readonly string[];
  onChoose: (ids: string[]) => void;
  error: string | undefined;
}

/** Resources of the event and its course, which go as links. */
function ResourceBoxes({ event, chosen, onChoose, error }: ResourceBoxesProps) {
  const window = { sort: { field: 'position', order: 'ASC' } as const, pagination: { page: 1, perPage: 100 } };
  const ofEvent = useGetList<ResourceView>(`events/${encodeURIComponent(event.id)}/resources`, window);
  const ofCourse = useGetList<ResourceView>(`courses/${encodeURIComponent(event.courseId)}/resources`, window);
  const resources = [...(ofEvent.data ?? []), ...(ofCourse.data ?? [])];
  if (resources.length === 0) return null;
  return (
    <Panel heading="Resources">
      <Boxes
        isColumn
        legend="Links to put in"
        hint="They lead to the resource on the website. Who may not see one gets the mail without its link."
        choices={resources.map(({ id, title }) => ({ value: id, label: title }))}
        chosen={chosen}
        onChoose={onChoose}
        error={error}
      />
    </Panel>
  );
}
