import { useGetList, type RaRecord } from 'react-admin';
import { listOf } from './list-of';
import { Nothing, Refusal, Waiting } from './notices';
import { Panel } from './panel';
import { PlainTable, type Column } from './plain-table';
import { TextLink } from './text-link';

interface RowsPanelProps<Row> {
  heading: string;
  caption: string;
  resource: string;
  filter: Record<string, string>;
  sort: { field: string; order: 'ASC' | 'DESC' };
  columns: readonly Column<Row>[];
  empty: string;
}

const MOST = 10;

/** The first rows of a list that belong to one thing, with the way to all of them. */
export function RowsPanel<Row extends RaRecord>(props: RowsPanelProps<Row>) {
  const { heading, caption, resource, filter, sort, columns, empty } = props;
  const { data, error, total } = useGetList<Row>(resource, {
    filter,
    sort,
    pagination: { page: 1, perPage: MOST },
  });
  return (
    <Panel heading={heading}>
      <Refusal error={error} />
      {!data && !error ? <Waiting /> : null}
      {data ? (
        <PlainTable
          caption={caption}
          columns={columns}
          rows={data}
          rowKey={({ id }) => String(id)}
          empty={<Nothing>{empty}</Nothing>}
        />
      ) : null}
      {total !== undefined && total > MOST ? (
        <p>
          The first {MOST} of {total} are shown.{' '}
          <TextLink to={listOf(resource, filter)}>{`See all ${heading.toLowerCase()}`}</TextLink>
        </p>
      ) : null}
    </Panel>
  );
}
