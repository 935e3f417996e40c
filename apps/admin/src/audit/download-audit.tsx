import { Link } from '@mui/material';
import { useListContext } from 'react-admin';

/** The entries that the filters let through, all pages of them. */
export function DownloadAudit() {
  const list = useListContext();
  const given = Object.entries(list.filterValues as Record<string, unknown>).filter(
    (filter): filter is [string, string] => typeof filter[1] === 'string' && filter[1] !== '',
  );
  return <Link href={`/api/audit.csv?${new URLSearchParams(given).toString()}`}>Download these entries (CSV)</Link>;
}
