import type { NeedTaskView } from '@roundtable/contracts';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { SmallButton } from '../look/small-button';

/** Says that what somebody needs is arranged. */
export function FinishTask({ task: { id, practitionerName } }: { task: NeedTaskView }) {
  const finish = useAction(() => api.post<NeedTaskView>(`/access-need-tasks/${encodeURIComponent(id)}/completion`), {
    done: `What ${practitionerName} needs is arranged.`,
  });
  return (
    <SmallButton
      verb="It is arranged"
      what={`for ${practitionerName}`}
      isOff={finish.isPending}
      onClick={() => finish.mutate(undefined)}
    />
  );
}
