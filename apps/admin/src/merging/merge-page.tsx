import { Card, CardContent } from '@mui/material';
import type { ReactNode } from 'react';
import { useGetOne } from 'react-admin';
import { useParams, useSearchParams } from 'react-router-dom';
import { Heading } from '../look/heading';
import { Refusal, Waiting } from '../look/notices';
import { TextLink } from '../look/text-link';
import { MergePreview } from './merge-preview';

export interface Chosen {
  id: string;
  name: string;
}

export interface ChooseSurvivorProps<One extends Chosen> {
  value: One | null;
  onChoose: (one: One | null) => void;
  withoutId: string;
}

interface MergePageProps<One extends Chosen> {
  resource: 'practitioners' | 'agencies';
  /** Such as 'person'. */
  noun: string;
  chooser: (props: ChooseSurvivorProps<One>) => ReactNode;
}

/** Two entries that are one: choose which stays, see what would happen, then do it. Both stand in the page's address. */
export function MergePage<One extends Chosen>({ resource, noun, chooser }: MergePageProps<One>) {
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const intoId = search.get('into') ?? '';
  const from = useGetOne<One>(resource, { id });
  const into = useGetOne<One>(resource, { id: intoId }, { enabled: intoId !== '' });
  const error = from.error ?? into.error;
  if (!from.data) return from.error ? <Refusal error={from.error} /> : <Waiting />;
  return (
    <>
      <Heading
        intro={`Choose the entry that stays. What belongs to ${from.data.name} moves to it, and ${from.data.name} is no entry of its own any more.`}
      >
        {`Merge ${from.data.name} with another ${noun}`}
      </Heading>
      <Refusal error={error} />
      <Card sx={{ maxWidth: '44rem', mb: 2.5 }}>
        <CardContent>
          {intoId !== '' && into.isPending ? (
            <Waiting />
          ) : (
            chooser({
              value: into.data ?? null,
              onChoose: (one) => setSearch(one ? { into: one.id } : {}, { replace: true }),
              withoutId: id,
            })
          )}
          {into.data ? null : (
            <p>
              <TextLink to={`/${resource}/${id}/show`}>Go back</TextLink>
            </p>
          )}
        </CardContent>
      </Card>
      {into.data ? <MergePreview key={into.data.id} resource={resource} from={from.data} into={into.data} /> : null}
    </>
  );
}
