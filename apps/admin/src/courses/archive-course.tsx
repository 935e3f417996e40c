import { Autocomplete, Button, TextField } from '@mui/material';
import type { CourseArchival, CourseView } from '@roundtable/contracts';
import { useState } from 'react';
import { useGetList } from 'react-admin';
import { refusalDetail } from '../api/refusals';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';

/** Takes a course out of the programme, and says what to take instead. */
export function ArchiveCourse({ course }: { course: CourseView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="outlined" color="error" onClick={() => setOpen(true)}>
        Archive this course
      </Button>
      {isOpen ? <ArchiveDialog course={course} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function ArchiveDialog({ course, onClose }: { course: CourseView; onClose: () => void }) {
  const [instead, setInstead] = useState<CourseView[]>([]);
  const { data } = useGetList<CourseView>('courses', {
    filter: { status: 'published' },
    sort: { field: 'title', order: 'ASC' },
    pagination: { page: 1, perPage: 200 },
  });
  const archive = useAction(
    (wanted: CourseArchival) => api.post<CourseView>(`/courses/${encodeURIComponent(course.id)}/archival`, wanted),
    {
      done: `${course.title} is archived. Its page says that it is not run any more.`,
      onDone: onClose,
      showsRefusal: true,
    },
  );
  const events = refusalDetail(archive.error)['events'];
  return (
    <ActionDialog
      heading={`Archive ${course.title}`}
      verb="Archive this course"
      isOpen
      onClose={onClose}
      onDo={() => archive.mutate({ alternativeCourseIds: instead.map(({ id }) => id) })}
      isBusy={archive.isPending}
      error={archive.error}
    >
      {Array.isArray(events) ? <p>Events to come: {events.join(', ')}.</p> : null}
      <p>
        It is listed no more, and no event of it can be published. Records and certificates stay. You can publish it
        again.
      </p>
      <Autocomplete<CourseView, true>
        id="instead"
        multiple
        options={(data ?? []).filter(({ id }) => id !== course.id)}
        getOptionLabel={({ title }) => title}
        getOptionKey={({ id }) => id}
        isOptionEqualToValue={(one, other) => one.id === other.id}
        value={instead}
        onChange={(_, chosen) => setInstead(chosen)}
        slotProps={{ popper: { popperOptions: { strategy: 'fixed' } } }}
        renderInput={(params) => (
          <TextField
            {...params}
            label="What to take instead (optional)"
            helperText="Its page links to these courses."
          />
        )}
      />
    </ActionDialog>
  );
}
