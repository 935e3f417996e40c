import { Button } from '@mui/material';
import type { PublishedReportView } from '@roundtable/contracts';
import { useState } from 'react';
import { DataTable, TextInput } from 'react-admin';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { DemonstrationTag } from '../look/tag';
import { TextLink } from '../look/text-link';
import { dayInWords } from '../words/london-time';
import { PublishReport } from './publish-report';

const Col = DataTable.Col<PublishedReportView>;

export default function PublishedReportList() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <ListPage
        resource="reports/published"
        heading="Published reports"
        intro="A published report never changes. It is made of whole events that nobody can answer about any more, and no figure in it stands for fewer than five people."
        actions={
          <Button variant="contained" onClick={() => setOpen(true)}>
            Publish a report
          </Button>
        }
        sort={{ field: 'publishedAt', order: 'DESC' }}
        filters={<TextInput source="q" label="Title" type="search" helperText={false} />}
        empty="Nothing is published yet. Publish a report of whole months, six weeks after the last of them."
      >
        <ListTable<PublishedReportView>>
          <Col
            source="title"
            label="Title"
            render={({ id, title }) => (
              <TextLink to={`/reports/published/${id}`} strong>
                {title}
              </TextLink>
            )}
          />
          <Col label="Period" disableSort render={({ from, to }) => `${dayInWords(from)} to ${dayInWords(to)}`} />
          <Col label="Edition" disableSort render={({ edition }) => edition} />
          <Col source="publishedAt" label="Published" render={({ publishedAt }) => dayInWords(publishedAt)} />
          <Col
            label="State"
            disableSort
            render={({ replacedBy, demonstration }) => (
              <>
                {replacedBy ? 'replaced' : 'newest'} {demonstration ? <DemonstrationTag /> : null}
              </>
            )}
          />
        </ListTable>
      </ListPage>
      {isOpen ? <PublishReport onClose={() => setOpen(false)} /> : null}
    </>
  );
}
