import { Button } from '@mui/material';
import type { CourseView } from '@roundtable/contracts';
import { api } from '../api/request';
import { useAction } from '../api/use-action';

export function PublishCourse({ course }: { course: CourseView }) {
  const publish = useAction(() => api.post<CourseView>(`/courses/${encodeURIComponent(course.id)}/publication`), {
    done: `${course.title} is published. Plan its first event next.`,
  });
  return (
    <Button variant="outlined" onClick={() => publish.mutate(undefined)} disabled={publish.isPending}>
      {course.status === 'archived' ? 'Publish this course again' : 'Publish this course'}
    </Button>
  );
}
