import { Link } from '@mui/material';
import { type EventView, paths } from '@roundtable/contracts';
import { Panel } from '../look/panel';
import { TextLink } from '../look/text-link';

/** The ways to what delegates see, before and after an event is published. */
export function AsADelegate({ event }: { event: EventView }) {
  return (
    <Panel heading="See it as a delegate">
      <ul>
        <li>
          <Link href={paths.eventPreview({ id: event.id })} target="_blank" rel="noopener">
            See this page as a delegate (opens in a new tab)
          </Link>
        </li>
        <li>
          <TextLink to={`/events/${event.id}/mails`}>See its mails as a delegate</TextLink>
        </li>
      </ul>
    </Panel>
  );
}
