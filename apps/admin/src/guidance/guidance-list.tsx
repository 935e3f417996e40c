import { Button } from '@mui/material';
import type { GuidanceEditionView, GuidanceView } from '@roundtable/contracts';
import { useState } from 'react';
import { DataTable, TextInput } from 'react-admin';
import { useRoles } from '../api/access';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { Hidden } from '../look/hidden';
import { SmallButton } from '../look/small-button';
import { Tag } from '../look/tag';
import { TextLink } from '../look/text-link';
import { AddGuidance } from './add-guidance';
import { AddEdition } from './add-edition';

const Col = DataTable.Col<GuidanceView>;

export default function GuidanceList() {
  const { may } = useRoles();
  const mayWrite = may('guidance.write');
  return (
    <ListPage
      resource="guidance"
      heading="Guidance"
      intro="Documents that come in editions and that courses and modules teach. A new edition marks what teaches an old one to review."
      actions={mayWrite ? <Add /> : undefined}
      sort={{ field: 'title', order: 'ASC' }}
      filters={<TextInput source="q" label="Title" type="search" helperText={false} />}
      empty="There is no guidance yet. Add a document with its present edition, then name it on the pages of courses."
    >
      <ListTable<GuidanceView>>
        <Col source="title" label="Title" />
        <Col label="Newest edition" disableSort render={({ editions }) => editions[0]?.name ?? ''} />
        <Col
          label="To review"
          disableSort
          render={({ editions }) => <ToReview editions={editions.filter(({ isNewest }) => !isNewest)} />}
        />
        <Col
          label="See"
          disableSort
          render={({ id, title }) => (
            <TextLink to={`/guidance/${id}/last-trained`}>
              Who was last trained on an old edition<Hidden> of {title}</Hidden>
            </TextLink>
          )}
        />
        {mayWrite ? <Col label="Change" disableSort render={(guidance) => <NewEdition guidance={guidance} />} /> : null}
      </ListTable>
    </ListPage>
  );
}

function ToReview({ editions }: { editions: GuidanceEditionView[] }) {
  const old = editions.flatMap(({ name, taughtBy }) => taughtBy.map((one) => ({ ...one, edition: name })));
  if (old.length === 0) return 'nothing';
  return old.map(({ id, kind, title, edition }) => (
    <div key={id}>
      <Tag tone="attention">{edition}</Tag>{' '}
      {kind === 'course' ? <TextLink to={`/courses/${id}`}>{title}</TextLink> : title}
    </div>
  ));
}

function Add() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        Add a document
      </Button>
      {isOpen ? <AddGuidance onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function NewEdition({ guidance }: { guidance: GuidanceView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <SmallButton verb="Add an edition" what={`of ${guidance.title}`} onClick={() => setOpen(true)} />
      {isOpen ? <AddEdition guidance={guidance} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
