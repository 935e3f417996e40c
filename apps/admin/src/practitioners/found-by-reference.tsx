import { Typography } from '@mui/material';
import type { BookingView } from '@roundtable/contracts';
import { useGetList } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { TextLink } from '../look/text-link';

/** Such as RT-7K3M-9QXB, or its beginning, or its two halves alone; no vowels. */
const REFERENCE =
  /^(RT-[B-DF-HJ-NP-TV-Z2-9]{2,4}(-[B-DF-HJ-NP-TV-Z2-9]{0,4})?|[B-DF-HJ-NP-TV-Z2-9]{4}-[B-DF-HJ-NP-TV-Z2-9]{2,4})$/i;

/** Whoever a booking's reference leads to, where one was typed in place of a name. */
export function FoundByReference() {
  const [search] = useSearchParams();
  const typed = askedFor(search.get('filter'));
  const isReference = REFERENCE.test(typed);
  const { data } = useGetList<BookingView>(
    'bookings',
    { filter: { q: typed }, sort: { field: 'requestedAt', order: 'DESC' }, pagination: { page: 1, perPage: 5 } },
    { enabled: isReference },
  );
  if (!isReference || !data) return null;
  return (
    <>
      {data
        .filter(({ reference }) => reference.includes(typed.toUpperCase()))
        .map(({ id, reference, practitionerId, practitionerName, courseTitle }) => (
          <Typography key={id} sx={{ mb: 1 }}>
            Booking {reference} is of{' '}
            <TextLink to={`/practitioners/${practitionerId}/show`} strong>
              {practitionerName}
            </TextLink>
            , for {courseTitle}.
          </Typography>
        ))}
    </>
  );
}

function askedFor(filter: string | null): string {
  try {
    const { q } = JSON.parse(filter ?? '{}') as { q?: unknown };
    return typeof q === 'string' ? q.trim() : '';
  } catch {
    return '';
  }
}
