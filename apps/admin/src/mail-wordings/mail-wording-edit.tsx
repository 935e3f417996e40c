import type { MailWordingView } from '@roundtable/contracts';
import { useParams } from 'react-router-dom';
import { useRoles } from '../api/access';
import { useAnswer } from '../api/use-answer';
import { Facts } from '../look/facts';
import { Heading } from '../look/heading';
import { Refusal, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { TextLink } from '../look/text-link';
import { momentInWords } from '../words/london-time';
import { WordingForm } from './wording-form';

/** One kind of mail: its words, changed by the coordinator, beside how it would read. */
export default function MailWordingEdit() {
  const { id = '' } = useParams();
  const { may } = useRoles();
  const { data, error } = useAnswer<MailWordingView>(`/mail-wordings/${encodeURIComponent(id)}`);
  if (error) return <Refusal error={error} />;
  if (!data) return <Waiting />;
  return (
    <>
      <Heading
        title={data.name}
        intro={
          <>
            {data.when} <TextLink to="/mail-wordings">All mails</TextLink>
          </>
        }
      >
        {data.name}
      </Heading>
      <Panel heading="What you can put in">
        <p>
          Write a merge field between two braces on each side. A paragraph is left out where a merge field in it has
          nothing to say. The details, such as course, time and place, always stand below the text.
        </p>
        <Facts
          facts={data.fields.map(({ name, means, isNeeded }) => [
            `{{${name}}}`,
            isNeeded ? `${means} (this mail must say it)` : means,
          ])}
        />
      </Panel>
      <WordingForm key={`${data.id} ${data.version}`} mail={data} mayWrite={may('wordings.write')} />
      {data.isOwn && data.changedAt ? <p>Changed {momentInWords(data.changedAt)}.</p> : null}
    </>
  );
}
