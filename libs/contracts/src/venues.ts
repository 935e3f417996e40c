export interface VenueView {
  id: string;
  name: string;
  address: string | null;
  /** Of a map; https alone. */
  mapUrl: string | null;
  /** Step-free access, hearing loop, parking, in words. */
  accessNotes: string | null;
  /** How many people the room may hold, trainers and supporters included. */
  safeLimit: number | null;
  archivedAt: string | null;
}

export interface NewVenue {
  name: string;
  address?: string | null;
  mapUrl?: string | null;
  accessNotes?: string | null;
  safeLimit?: number | null;
}

export type VenueChange = Partial<NewVenue> & { archived?: boolean };

/** Who will be in the room of an event, against what the room may hold. */
export interface RoomView {
  venueId: string | null;
  venue: string | null;
  safeLimit: number | null;
  capacity: number;
  /** Trainers that have not declined. */
  trainers: number;
  /** Chairs for interpreters and supporters. */
  supporters: number;
  /** Capacity, trainers and supporters. */
  people: number;
}
