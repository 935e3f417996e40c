import { Autocomplete, TextField } from '@mui/material';
import type { GuidanceView, ModuleView } from '@roundtable/contracts';
import { useState } from 'react';
import { useGetList } from 'react-admin';
import { fieldErrors, unlessAtField } from '../api/refusals';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';
import { SmallButton } from '../look/small-button';

interface Choice {
  id: string;
  name: string;
  isTaught: boolean;
}

/** Names the editions of guidance that a module teaches. */
export function ModuleGuidance({ module }: { module: ModuleView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <SmallButton verb="Guidance" what={`taught in ${module.title}`} onClick={() => setOpen(true)} />
      {isOpen ? <GuidanceDialog module={module} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function GuidanceDialog({ module, onClose }: { module: ModuleView; onClose: () => void }) {
  const { data } = useGetList<GuidanceView>('guidance', {
    sort: { field: 'title', order: 'ASC' },
    pagination: { page: 1, perPage: 200 },
  });
  const choices: Choice[] = (data ?? []).flatMap(({ title, editions }) =>
    editions.map((edition) => ({
      id: edition.id,
      name: `${title} ${edition.name}${edition.isNewest ? '' : ' (not the newest)'}`,
      isTaught: edition.taughtBy.some(({ id }) => id === module.id),
    })),
  );
  const [changed, setChanged] = useState<Choice[] | null>(null);
  const chosen = changed ?? choices.filter(({ isTaught }) => isTaught);
  const save = useAction(
    (guidanceEditionIds: string[]) =>
      api.put<null>(`/modules/${encodeURIComponent(module.id)}/guidance-editions`, { guidanceEditionIds }),
    { done: `The guidance of ${module.title} is changed.`, onDone: onClose, showsRefusal: true },
  );
  const wrong = fieldErrors(save.error)['guidanceEditionIds'];
  return (
    <ActionDialog
      heading={`Guidance taught in ${module.title}`}
      verb="Save the changes"
      isOpen
      onClose={onClose}
      onDo={() => save.mutate(chosen.map(({ id }) => id))}
      isBusy={save.isPending || !data}
      error={unlessAtField(save.error, 'guidanceEditionIds')}
    >
      <Autocomplete<Choice, true>
        id="module-editions"
        multiple
        options={choices}
        getOptionLabel={({ name }) => name}
        getOptionKey={({ id }) => id}
        isOptionEqualToValue={(one, other) => one.id === other.id}
        value={chosen}
        onChange={(_, editions) => setChanged(editions)}
        slotProps={{ popper: { popperOptions: { strategy: 'fixed' } } }}
        renderInput={(params) => (
          <TextField
            {...params}
            label="Editions"
            error={wrong !== undefined}
            helperText={wrong ?? 'One of each document.'}
          />
        )}
      />
    </ActionDialog>
  );
}
