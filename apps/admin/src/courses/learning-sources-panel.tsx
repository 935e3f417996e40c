import { Autocomplete, Button, TextField } from '@mui/material';
import type { CourseView, LearningSourceView } from '@roundtable/contracts';
import { useState } from 'react';
import { useGetList } from 'react-admin';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';
import { Nothing } from '../look/notices';
import { Panel } from '../look/panel';
import { PlainTable, type Column } from '../look/plain-table';
import { Tag } from '../look/tag';
import { LEARNING_SOURCE_KIND } from '../words/labels';

const COLUMNS: Column<LearningSourceView>[] = [
  { heading: 'Description', isRowHeading: true, cell: ({ description }) => description },
  { heading: 'Kind', cell: ({ kind }) => LEARNING_SOURCE_KIND[kind] },
  { heading: 'On the website', cell: ({ publicWording }) => publicWording ?? <Tag>Internal</Tag> },
];
const ALL = { page: 1, perPage: 200 };
const BY_DESCRIPTION = { field: 'description', order: 'ASC' as const };

/** Why this course exists. */
export function LearningSourcesPanel({ course }: { course: CourseView }) {
  const [isOpen, setOpen] = useState(false);
  const { data } = useGetList<LearningSourceView>('learning-sources', {
    filter: { courseId: course.id },
    sort: BY_DESCRIPTION,
    pagination: ALL,
  });
  return (
    <Panel
      heading="Why this course exists"
      actions={
        <Button variant="outlined" onClick={() => setOpen(true)} disabled={!data} sx={{ mt: 1.5 }}>
          Choose sources
        </Button>
      }
    >
      <PlainTable
        caption="Learning sources of this course"
        columns={COLUMNS}
        rows={data ?? []}
        rowKey={({ id }) => id}
        empty={<Nothing>No learning source is named yet.</Nothing>}
      />
      {isOpen && data ? <ChooseSources course={course} present={data} onClose={() => setOpen(false)} /> : null}
    </Panel>
  );
}

interface ChooseSourcesProps {
  course: CourseView;
  present: LearningSourceView[];
  onClose: () => void;
}

function ChooseSources({ course, present, onClose }: ChooseSourcesProps) {
  const [chosen, setChosen] = useState(present);
  const { data } = useGetList<LearningSourceView>('learning-sources', { sort: BY_DESCRIPTION, pagination: ALL });
  const save = useAction(
    (learningSourceIds: string[]) =>
      api.patch<CourseView>(`/courses/${encodeURIComponent(course.id)}`, { learningSourceIds }),
    { done: 'The learning sources are changed.', onDone: onClose, showsRefusal: true },
  );
  return (
    <ActionDialog
      heading="Choose the learning sources"
      verb="Save the changes"
      isOpen
      onClose={onClose}
      onDo={() => save.mutate(chosen.map(({ id }) => id))}
      isBusy={save.isPending}
      error={save.error}
    >
      <Autocomplete<LearningSourceView, true>
        id="learning-sources"
        multiple
        options={data ?? []}
        getOptionLabel={({ description }) => description}
        getOptionKey={({ id }) => id}
        isOptionEqualToValue={(one, other) => one.id === other.id}
        value={chosen}
        onChange={(_, sources) => setChosen(sources)}
        slotProps={{ popper: { popperOptions: { strategy: 'fixed' } } }}
        renderInput={(params) => (
          <TextField
            {...params}
            label="Learning sources"
            helperText="New ones are added on the page Learning sources."
          />
        )}
      />
    </ActionDialog>
  );
}
