import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { useGetList, type RaRecord } from 'react-admin';
import { Nothing, Refusal, Waiting } from '../look/notices';
import { PlainTable, type Column } from '../look/plain-table';
import { count } from '../words/figures';

const A_PAGE = 10;

interface PagedRowsProps<Row> {
  resource: string;
  filter: Record<string, unknown>;
  caption: string;
  columns: readonly Column<Row>[];
  empty: string;
}

/** A list inside a page, some rows at a time. It starts again at the first where what it shows is another. */
export function PagedRows<Row extends RaRecord>(props: PagedRowsProps<Row>) {
  return <Pages key={JSON.stringify([props.resource, props.filter])} {...props} />;
}

function Pages<Row extends RaRecord>({ resource, filter, caption, columns, empty }: PagedRowsProps<Row>) {
  const [page, setPage] = useState(1);
  const { data, error, total } = useGetList<Row>(resource, {
    filter,
    sort: { field: 'name', order: 'ASC' },
    pagination: { page, perPage: A_PAGE },
  });
  if (error) return <Refusal error={error} />;
  if (!data || total === undefined) return <Waiting />;
  const last = Math.min(page * A_PAGE, total);
  return (
    <>
      <PlainTable
        caption={caption}
        columns={columns}
        rows={data}
        rowKey={({ id }) => String(id)}
        empty={<Nothing>{empty}</Nothing>}
      />
      {total > A_PAGE ? (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, mt: 1 }}>
          <Button disabled={page === 1} onClick={() => setPage(page - 1)}>
            Earlier
          </Button>
          <span role="status">
            {count((page - 1) * A_PAGE + 1)} to {count(last)} of {count(total)}
          </span>
          <Button disabled={last === total} onClick={() => setPage(page + 1)}>
            Later
          </Button>
        </Box>
      ) : null}
    </>
  );
}
