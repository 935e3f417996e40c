import { Link } from '@mui/material';
import type { ModuleView } from '@roundtable/contracts';
import { DataTable, TextInput } from 'react-admin';
import { useRoles } from '../api/access';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { Hidden } from '../look/hidden';
import { listOf } from '../look/list-of';
import { TextLink } from '../look/text-link';
import { ModuleGuidance } from './module-guidance';

const Col = DataTable.Col<ModuleView>;

export default function ModuleList() {
  const { may } = useRoles();
  return (
    <ListPage
      resource="modules"
      heading="E-learning modules"
      intro="What people can learn by themselves, and what courses may ask for first."
      sort={{ field: 'title', order: 'ASC' }}
      filters={<TextInput source="q" label="Title" type="search" helperText={false} />}
      empty="There are no modules yet."
    >
      <ListTable<ModuleView>>
        <Col
          source="title"
          label="Title"
          render={({ title, url }) => (
            <Link href={url} sx={{ fontWeight: 600 }}>
              {title}
            </Link>
          )}
        />
        <Col source="minutes" label="Minutes" align="right" />
        <Col label="Edition" align="right" disableSort render={({ edition }) => edition} />
        <Col
          label="Pass mark"
          align="right"
          disableSort
          render={({ passMarkPercent }) => (passMarkPercent === null ? 'none' : `${passMarkPercent}%`)}
        />
        <Col
          label="See"
          disableSort
          render={({ id, title }) => (
            <TextLink to={listOf('completions', { moduleId: id })}>
              Completions<Hidden> of {title}</Hidden>
            </TextLink>
          )}
        />
        {may('guidance.write') ? (
          <Col label="Change" disableSort render={(module) => <ModuleGuidance module={module} />} />
        ) : null}
      </ListTable>
    </ListPage>
  );
}
