/** Where something is done to a booking. */
export const bookingPath = (id: string, action: string): string => `/bookings/${encodeURIComponent(id)}/${action}`;
