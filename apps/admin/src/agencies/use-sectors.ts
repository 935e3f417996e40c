import type { SectorView } from '@roundtable/contracts';
import { useGetList } from 'react-admin';
import { useMemo } from 'react';

/** All sectors: each of the first level with those below it, in the order that the coordinator keeps. */
export interface SectorBranch {
  sector: SectorView;
  below: SectorView[];
}

export function useSectors() {
  const { data, error } = useGetList<SectorView>('sectors', {
    sort: { field: 'position', order: 'ASC' },
    pagination: { page: 1, perPage: 200 },
  });
  const branches = useMemo(() => branchesOf(data ?? []), [data]);
  return { branches, isPending: !data && !error, error };
}

function branchesOf(sectors: readonly SectorView[]): SectorBranch[] {
  return sectors
    .filter(({ parentId }) => parentId === null)
    .map((sector) => ({ sector, below: sectors.filter(({ parentId }) => parentId === sector.id) }));
}
