import { Box, Link } from '@mui/material';
import type { ResourceView } from '@roundtable/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ConfirmedAction } from '../look/confirmed-action';
import { Nothing, Refusal, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { PlainTable, type Column } from '../look/plain-table';
import { SmallButton } from '../look/small-button';
import { DemonstrationTag } from '../look/tag';
import { RESOURCE_KIND, RESOURCE_VISIBILITY } from '../words/labels';
import { AddLink } from './add-link';
import { ChangeResource } from './change-resource';
import { sizeInWords } from './size-in-words';
import { UploadFile } from './upload-file';

/** What handouts belong to: a course, or one event. */
export interface ResourcePlace {
  kind: 'courses' | 'events';
  id: string;
}

export function resourcesPath({ kind, id }: ResourcePlace): string {
  return `/${kind}/${encodeURIComponent(id)}/resources`;
}

/** Handouts, links and recordings: who sees them, in which order, and how to add one. */
export function ResourcesPanel({ place }: { place: ResourcePlace }) {
  const path = resourcesPath(place);
  const { data, error } = useQuery({
    queryKey: [place.kind, 'resources', place.id],
    queryFn: () => api.get<ResourceView[]>(path),
  });
  const order = useAction((resourceIds: string[]) => api.put<ResourceView[]>(`${path}/order`, { resourceIds }), {
    done: 'The order is changed.',
  });
  const ids = (data ?? []).map(({ id }) => id);
  const columns: Column<ResourceView>[] = [
    {
      heading: 'Title',
      isRowHeading: true,
      cell: (resource) => (
        <>
          <Address resource={resource} /> {resource.demonstration ? <DemonstrationTag /> : null}
        </>
      ),
    },
    {
      heading: 'Kind',
      cell: ({ kind, bytes }) => RESOURCE_KIND[kind] + (bytes === null ? '' : `, ${sizeInWords(bytes)}`),
    },
    { heading: 'Who sees it', cell: ({ visibility }) => RESOURCE_VISIBILITY[visibility] },
    {
      heading: 'Change',
      cell: (resource) => {
        const at = ids.indexOf(resource.id);
        return (
          <>
            <ChangeResource resource={resource} />
            {at > 0 ? (
              <SmallButton verb="Move up" what={resource.title} onClick={() => order.mutate(swapped(ids, at - 1))} />
            ) : null}
            {at < ids.length - 1 ? (
              <SmallButton verb="Move down" what={resource.title} onClick={() => order.mutate(swapped(ids, at))} />
            ) : null}
            <ConfirmedAction
              verb="Remove"
              what={resource.title}
              call={() => api.remove(`/resources/${encodeURIComponent(resource.id)}`)}
              done={`${resource.title} is removed.`}
            >
              <p>Nobody can open it any more. A file is deleted for good.</p>
            </ConfirmedAction>
          </>
        );
      },
    },
  ];
  return (
    <Panel
      heading="Handouts, links and recordings"
      actions={
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mt: 1.5 }}>
          <UploadFile place={place} />
          <AddLink place={place} />
        </Box>
      }
    >
      <Refusal error={error} />
      {!data && !error ? <Waiting /> : null}
      {data ? (
        <PlainTable
          caption="Handouts, links and recordings"
          columns={columns}
          rows={data}
          rowKey={({ id }) => id}
          empty={<Nothing>There is nothing here yet. Upload a handout, or add a link or a recording.</Nothing>}
        />
      ) : null}
    </Panel>
  );
}

function Address({ resource }: { resource: ResourceView }) {
  if (resource.kind === 'file')
    return <Link href={`/api/resources/${encodeURIComponent(resource.id)}/file`}>{resource.title}</Link>;
  if (resource.kind === 'recording')
    return <Link href={`/recordings/${encodeURIComponent(resource.id)}`}>{resource.title}</Link>;
  return (
    <Link href={resource.url ?? ''} rel="noreferrer">
      {resource.title}
    </Link>
  );
}

/** The same ids, with the one at this place and the next one changing places. */
function swapped(ids: readonly string[], at: number): string[] {
  const changed = [...ids];
  [changed[at], changed[at + 1]] = [ids[at + 1] ?? '', ids[at] ?? ''];
  return changed;
}
