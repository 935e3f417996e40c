/** Where something of an event is. */
export const eventPath = (id: string, part: string): string => `/events/${encodeURIComponent(id)}/${part}`;
