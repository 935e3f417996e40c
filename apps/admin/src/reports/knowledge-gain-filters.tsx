import { useSearchParams } from 'react-router-dom';
import { CutFile } from './cut-file';
import { ReportFilters } from './report-filters';
import { ShowBy } from './show-by';

/** Dates, course and cuts of the report; what is cut can be taken as a file. */
export function KnowledgeGainFilters() {
  const [search, setSearch] = useSearchParams();
  const setCuts = (cuts: readonly string[]) => {
    const next = new URLSearchParams(search);
    next.delete('by');
    for (const cut of cuts) next.append('by', cut);
    setSearch(next, { replace: true });
  };
  return (
    <>
      <ReportFilters>
        <ShowBy chosen={search.getAll('by')} onChange={setCuts} />
      </ReportFilters>
      {search.has('by') ? <CutFile search={search.toString()} /> : null}
    </>
  );
}
