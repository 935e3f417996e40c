import { Box, Button, Link, TextField } from '@mui/material';
import { paths, type CourseView } from '@roundtable/contracts';
import { useState } from 'react';
import { fieldErrors, unlessAtField } from '../api/refusals';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';
import { Facts } from '../look/facts';
import { Panel } from '../look/panel';

/** The short address of a course, and its code to photograph. */
export function AddressPanel({ course }: { course: CourseView }) {
  const [isOpen, setOpen] = useState(false);
  const address = `${window.location.origin}${paths.course({ slug: course.slug })}`;
  const code = `/api/courses/${encodeURIComponent(course.id)}/qr`;
  return (
    <Panel
      heading="Short address"
      actions={
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mt: 1.5 }}>
          <Button component="a" href={`${code}.svg`} variant="outlined" download>
            QR code (SVG)
          </Button>
          <Button component="a" href={`${code}.png`} variant="outlined" download>
            QR code (PNG)
          </Button>
          <Button variant="outlined" onClick={() => setOpen(true)}>
            Change the short address
          </Button>
        </Box>
      }
    >
      <Facts
        facts={[
          [
            'Address',
            <Link key="address" href={address}>
              {address}
            </Link>,
          ],
        ]}
      />
      {isOpen ? <AddressDialog course={course} onClose={() => setOpen(false)} /> : null}
    </Panel>
  );
}

function AddressDialog({ course, onClose }: { course: CourseView; onClose: () => void }) {
  const [slug, setSlug] = useState(course.slug);
  const save = useAction(
    (wanted: string) => api.patch<CourseView>(`/courses/${encodeURIComponent(course.id)}`, { slug: wanted }),
    { done: 'The short address is changed.', onDone: onClose, showsRefusal: true },
  );
  const wrong = fieldErrors(save.error)['slug'];
  return (
    <ActionDialog
      heading="Change the short address"
      verb="Change the short address"
      isOpen
      onClose={onClose}
      onDo={() => save.mutate(slug.trim())}
      isBusy={save.isPending}
      error={unlessAtField(save.error, 'slug')}
    >
      <p>
        {course.status === 'draft'
          ? 'The course was never published, so the present address is given up.'
          : 'The present address, and codes that were printed, go on to lead to the course.'}
      </p>
      <TextField
        id="course-slug"
        label={`${window.location.origin}${paths.course({ slug: '' })}`}
        value={slug}
        onChange={({ target }) => setSlug(target.value)}
        error={wrong !== undefined}
        helperText={wrong ?? 'Small letters, digits and hyphens, such as managing-allegations.'}
        slotProps={{ htmlInput: { maxLength: 120 } }}
      />
    </ActionDialog>
  );
}
