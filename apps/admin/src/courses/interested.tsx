import type { InterestCountView } from '@roundtable/contracts';
import { useGetManyAggregate } from 'react-admin';

/** How many people want to be told of a date of this course; asked for all the courses of a list at once. */
export function Interested({ courseId }: { courseId: string }) {
  const { data } = useGetManyAggregate<InterestCountView>('interest-counts', { ids: [courseId] });
  return <>{data?.[0]?.total ?? ''}</>;
}
