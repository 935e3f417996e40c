import type { VenueEntity } from './venue.entity';

export interface VenueView {
  id: string;
  name: string;
  address: string | null;
  safeLimit: number | null;
}

export function venueView({ id, name, address, safeLimit }: VenueEntity): VenueView {
  return { id, name, address, safeLimit };
}
