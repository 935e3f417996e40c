import { useGetList } from 'react-admin';
import type { EvaluationTextView } from '@roundtable/contracts';
import { listOf } from '../look/list-of';
import { Panel } from '../look/panel';
import { TextLink } from '../look/text-link';
import { plural } from '../words/figures';

const NONE = { page: 1, perPage: 1 };

/** For evaluation readers: how many texts wait, those first that somebody should read today. */
export function TextsToRead() {
  const { total } = useGetList<EvaluationTextView>('evaluation-texts', { filter: { state: 'held' }, pagination: NONE });
  const { total: first } = useGetList<EvaluationTextView>('evaluation-texts', {
    filter: { state: 'held', isFlagged: 'true' },
    pagination: NONE,
  });
  if (total === undefined || first === undefined) return null;
  return (
    <Panel heading="Texts to read">
      <TextLink to={listOf('evaluation-texts', { state: 'held' })}>
        {total === 0 ? 'No text waits to be read' : `${plural(total, 'text waits', 'texts wait')} to be read`}
      </TextLink>
      {first > 0 ? `, ${first} of them with a decision due within one working day` : ''}
    </Panel>
  );
}
