import { Box, Button } from '@mui/material';
import type { EventMailView, ProgrammeMailingView } from '@roundtable/contracts';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';
import { Facts, type Fact } from '../look/facts';
import { Heading } from '../look/heading';
import { listOf } from '../look/list-of';
import { Nothing } from '../look/notices';
import { Panel } from '../look/panel';
import { TextLink } from '../look/text-link';
import { momentInWords } from '../words/london-time';
import { MailingState, mailsInWords, recipientsInWords } from './mailing-state';

interface MailingRecordProps {
  mail: EventMailView | ProgrammeMailingView;
  resource: 'event-mails' | 'programme-mailings';
  intro: ReactNode;
  /** Who it is for, and what it carries. */
  facts: readonly Fact[];
}

/** One mail to many: who it is for, what became of it, what it says. */
export function MailingRecord({ mail, resource, intro, facts }: MailingRecordProps) {
  const isWaiting = mail.state === 'scheduled';
  return (
    <>
      <Heading
        intro={intro}
        actions={
          isWaiting ? (
            <Box sx={{ display: 'flex', gap: 1.5 }}>
              <Button component={Link} to={`/${resource}/${mail.id}`} variant="outlined">
                Change it
              </Button>
              <TakeBack mail={mail} resource={resource} />
            </Box>
          ) : undefined
        }
      >
        {mail.subject}
      </Heading>
      <Panel heading="Where it stands">
        <Facts
          facts={[
            ['State', <MailingState key="state" state={mail.state} />],
            [isWaiting ? 'It goes' : 'It was to go', mail.sentAt ? null : momentInWords(mail.sendAt)],
            ['It went', mail.sentAt && momentInWords(mail.sentAt)],
            ['Who gets it', isWaiting ? 'worked out when it goes, by what was chosen' : null],
            ['It went to', mail.sentAt && recipientsInWords(mail)],
            ['Its mails', mail.sentAt && mailsInWords(mail.mails)],
            ['Written', `${momentInWords(mail.writtenAt)}${mail.writtenByName ? ` by ${mail.writtenByName}` : ''}`],
          ]}
        />
        {mail.sentAt ? (
          <p>
            <TextLink to={listOf('messages', { mailingId: mail.id })}>See its mails one by one</TextLink>
          </p>
        ) : null}
      </Panel>
      <Panel heading="Who it is for">
        <Facts facts={facts} />
      </Panel>
      <Panel heading="What it says">
        {mail.words ? (
          <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '44rem' }}>{mail.words}</Box>
        ) : (
          <Nothing>The text is past its period and was erased.</Nothing>
        )}
      </Panel>
    </>
  );
}

function TakeBack({ mail, resource }: Pick<MailingRecordProps, 'mail' | 'resource'>) {
  const [isOpen, setOpen] = useState(false);
  const takeBack = useAction(() => api.post(`/${resource}/${encodeURIComponent(mail.id)}/withdrawal`), {
    done: 'The mail is taken back. It goes to nobody.',
    onDone: () => setOpen(false),
    showsRefusal: true,
  });
  return (
    <>
      <Button color="error" variant="outlined" onClick={() => setOpen(true)}>
        Take it back
      </Button>
      <ActionDialog
        heading="Take this mail back"
        verb="Take it back"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onDo={() => takeBack.mutate(undefined)}
        isBusy={takeBack.isPending}
        error={takeBack.error}
      >
        <p>It goes to nobody then. To send it after all, write it again.</p>
      </ActionDialog>
    </>
  );
}
