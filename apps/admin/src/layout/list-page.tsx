import { Box, Button, Paper } from '@mui/material';
import type { ReactNode } from 'react';
import { FilterLiveForm, ListBase, Pagination, useListContext, type ListBaseProps, type RaRecord } from 'react-admin';
import { Link } from 'react-router-dom';
import { useRoles, mayUse } from '../api/access';
import { colours } from '../look/colours';
import { Heading } from '../look/heading';
import { Nothing, Refusal } from '../look/notices';

interface ListPageProps extends Omit<ListBaseProps, 'children' | 'empty' | 'error'> {
  heading: string;
  resource: string;
  intro?: ReactNode;
  /** Label of the button that starts a new one. */
  create?: string;
  /** Stands in place of that button, where starting a new one is a dialog. */
  actions?: ReactNode;
  filters?: ReactNode;
  /** Stands between the filters and the table. */
  found?: ReactNode;
  /** What to say, and to do, when there is nothing yet. */
  empty: ReactNode;
  /** The table. */
  children: ReactNode;
}

/** A list starts from its own filters each time; where one was is kept in the page's address. */
export function ListPage({ heading, intro, create, actions, filters, found, empty, children, ...list }: ListPageProps) {
  const { roles } = useRoles();
  const createButton =
    create && mayUse(list.resource, 'create', roles) ? (
      <Button component={Link} to={`/${list.resource}/create`} variant="contained">
        {create}
      </Button>
    ) : undefined;
  return (
    <ListBase perPage={25} storeKey={false} exporter={false} disableSyncWithLocation={false} {...list}>
      <Heading intro={intro} actions={actions ?? createButton}>
        {heading}
      </Heading>
      {filters ? (
        <FilterLiveForm>
          <Box
            sx={{
              display: 'grid',
              gridTemplateColumns: 'repeat(auto-fill, minmax(9.5rem, 1fr))',
              columnGap: 2,
              alignItems: 'end',
              '& .MuiFormControl-root, & .MuiAutocomplete-root': { minWidth: 0, width: '100%' },
              mb: 1.5,
              maxWidth: '66rem',
            }}
          >
            {filters}
          </Box>
        </FilterLiveForm>
      ) : null}
      {found}
      <Rows empty={empty}>{children}</Rows>
    </ListBase>
  );
}

function Rows({ empty, children }: { empty: ReactNode; children: ReactNode }) {
  const list = useListContext<RaRecord, Error>();
  const { error, total, isPending } = list;
  if (error) return <Refusal error={error} />;
  if (!isPending && total === 0) {
    const isFiltered = Object.values(list.filterValues as Record<string, unknown>).some(
      (value) => value !== null && value !== '',
    );
    return <Nothing>{isFiltered ? 'Nothing matches. Change or clear what you looked for.' : empty}</Nothing>;
  }
  return (
    <>
      <Paper
        sx={{ position: 'relative', border: `1px solid ${colours.line}`, overflowX: { xs: 'auto', sm: 'visible' } }}
      >
        {children}
      </Paper>
      <Pagination rowsPerPageOptions={[25, 50, 100]} />
    </>
  );
}
