import type { ProgrammeMailingView } from '@roundtable/contracts';
import { DataTable, SelectInput, TextInput } from 'react-admin';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { Moment } from '../look/moment';
import { TextLink } from '../look/text-link';
import { MailingState, mailsInWords, recipientsInWords } from '../mailings/mailing-state';

const Col = DataTable.Col<ProgrammeMailingView>;

const filters = [
  <TextInput key="q" source="q" label="Subject" type="search" helperText={false} />,
  <SelectInput
    key="state"
    source="state"
    label="State"
    choices={[
      { id: 'scheduled', name: 'Scheduled' },
      { id: 'sent', name: 'Gone out' },
      { id: 'taken-back', name: 'Taken back' },
    ]}
    helperText={false}
  />,
];

export default function MailingList() {
  return (
    <ListPage
      resource="programme-mailings"
      heading="Programme mailings"
      intro="Mail about coming training, to those who asked for it on their account and nobody else. Each mail carries a link that ends it."
      create="Write a mailing"
      sort={{ field: 'sendAt', order: 'DESC' }}
      filters={filters}
      empty="No mailing yet. Write one; you see who gets it before it goes."
    >
      <ListTable<ProgrammeMailingView>>
        <Col
          source="subject"
          label="Subject"
          render={({ id, subject }) => (
            <TextLink to={`/programme-mailings/${id}/show`} strong>
              {subject}
            </TextLink>
          )}
        />
        <Col source="state" label="State" render={({ state }) => <MailingState state={state} />} />
        <Col source="sendAt" label="Goes or went" render={({ sentAt, sendAt }) => <Moment at={sentAt ?? sendAt} />} />
        <Col
          label="To"
          disableSort
          render={(mail) => (mail.state === 'taken-back' ? 'nobody' : recipientsInWords(mail))}
        />
        <Col label="Its mails" disableSort render={({ mails }) => mailsInWords(mails)} />
      </ListTable>
    </ListPage>
  );
}
