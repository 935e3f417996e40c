import { DataTable, type DataTableProps, type RaRecord } from 'react-admin';

/** A dense table of a list. Rows are not pressed: each has a link that says where it leads. */
export function ListTable<Row extends RaRecord>(props: DataTableProps<Row>) {
  return <DataTable<Row> rowClick={false} bulkActionButtons={false} size="small" {...props} />;
}
