import { Box } from '@mui/material';
import type { BookingView } from '@roundtable/contracts';
import { useRoles } from '../api/access';
import { useNow } from '../api/demonstration';
import { canBeCancelled, CancelBooking } from './cancel-booking';
import { DecideBooking } from './decide-booking';
import { PromoteBooking } from './promote-booking';
import { isLate, ReleaseBooking } from './release-booking';
import { SubstituteBooking } from './substitute-booking';
import { TransferBooking } from './transfer-booking';

/** What staff can do with a booking in its present state. */
export function BookingActions({ booking }: { booking: BookingView }) {
  const { may } = useRoles();
  const now = useNow();
  if (!may('bookings.manage') || !now || !canBeCancelled(booking)) return null;
  const { status, startsAt } = booking;
  const isComing = startsAt !== null && new Date(startsAt) > now;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mb: 2.5 }}>
      {isComing && status === 'awaiting_approval' ? <DecideBooking booking={booking} /> : null}
      {isComing && status === 'waitlisted' ? <PromoteBooking booking={booking} /> : null}
      {isComing && status === 'confirmed' ? <SubstituteBooking booking={booking} /> : null}
      {booking.attendance === null ? <TransferBooking booking={booking} /> : null}
      {isComing && isLate(booking, now) ? <ReleaseBooking booking={booking} /> : null}
      <CancelBooking booking={booking} />
    </Box>
  );
}
