import { Button } from '@mui/material';
import type { LearningSourceView } from '@roundtable/contracts';
import { useState } from 'react';
import { DataTable, SelectInput, TextInput } from 'react-admin';
import { useRoles } from '../api/access';
import { api } from '../api/request';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { ConfirmedAction } from '../look/confirmed-action';
import { SmallButton } from '../look/small-button';
import { Tag } from '../look/tag';
import { TextLink } from '../look/text-link';
import { choicesOf, LEARNING_SOURCE_KIND } from '../words/labels';
import { LearningSourceDialog } from './learning-source-dialog';

const Col = DataTable.Col<LearningSourceView>;

const filters = [
  <TextInput key="q" source="q" label="Description" type="search" helperText={false} />,
  <SelectInput key="kind" source="kind" label="Kind" choices={choicesOf(LEARNING_SOURCE_KIND)} helperText={false} />,
];

export default function LearningSourceList() {
  const { may } = useRoles();
  const mayWrite = may('learning-sources.write');
  return (
    <ListPage
      resource="learning-sources"
      heading="Learning sources"
      intro="Why courses exist. What stands here is internal; only a public wording is shown on the website, with its link."
      actions={mayWrite ? <AddSource /> : undefined}
      sort={{ field: 'description', order: 'ASC' }}
      filters={filters}
      empty="There are no learning sources yet. Add one, then choose it on the page of a course."
    >
      <ListTable<LearningSourceView>>
        <Col source="description" label="Description" />
        <Col source="kind" label="Kind" render={({ kind }) => LEARNING_SOURCE_KIND[kind]} />
        <Col label="On the website" disableSort render={({ publicWording }) => publicWording ?? <Tag>Internal</Tag>} />
        <Col
          label="Courses"
          disableSort
          render={({ courses }) =>
            courses.map(({ id, title }, index) => (
              <span key={id}>
                {index > 0 ? ', ' : ''}
                <TextLink to={`/courses/${id}`}>{title}</TextLink>
              </span>
            ))
          }
        />
        {mayWrite ? <Col label="Change" disableSort render={(source) => <SourceActions source={source} />} /> : null}
      </ListTable>
    </ListPage>
  );
}

function AddSource() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        Add a learning source
      </Button>
      {isOpen ? <LearningSourceDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function SourceActions({ source }: { source: LearningSourceView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <SmallButton verb="Change" what={source.description} onClick={() => setOpen(true)} />
      {isOpen ? <LearningSourceDialog source={source} onClose={() => setOpen(false)} /> : null}
      <ConfirmedAction
        verb="Remove"
        what={source.description}
        call={() => api.remove(`/learning-sources/${encodeURIComponent(source.id)}`)}
        done="The learning source is removed."
      >
        <p>A learning source can be removed once no course names it.</p>
      </ConfirmedAction>
    </>
  );
}
