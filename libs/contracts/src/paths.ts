/** Addresses of the website, in one place, so that no page writes one by hand. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  signOut: '/sign-out',
  courses: '/courses',
  course: ({ slug }: { slug: string }) => `/c/${slug}`,
  event: ({ id }: { id: string }) => `/events/${id}`,
  book: ({ eventId }: { eventId: string }) => `/events/${eventId}/book`,
  learning: '/learning',
  module: ({ slug }: { slug: string }) => `/learning/${slug}`,
  myTraining: '/my-training',
  booking: ({ id }: { id: string }) => `/my-training/bookings/${id}`,
  cancelBooking: ({ id }: { id: string }) => `/my-training/bookings/${id}/cancel`,
  evaluation: ({ token }: { token: string }) => `/evaluations/${token}`,
  myEvaluation: ({ bookingId, stage }: { bookingId: string; stage: 'before' | 'after' }) =>
    `/my-training/bookings/${bookingId}/${stage}`,
  certificate: ({ bookingId }: { bookingId: string }) => `/my-training/bookings/${bookingId}/certificate.pdf`,
  certificateCheck: ({ code }: { code: string }) => `/certificates/${code}`,
  calendarFeed: ({ secret }: { secret: string }) => `/calendar/${secret}.ics`,
  accessibility: '/accessibility',
  privacy: '/privacy',
  backOffice: '/admin/',
} as const;
