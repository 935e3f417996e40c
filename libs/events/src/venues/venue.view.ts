import type { VenueView } from '@roundtable/contracts';
import type { VenueEntity } from './venue.entity';

export function venueView(venue: VenueEntity): VenueView {
  return {
    id: venue.id,
    name: venue.name,
    address: venue.address,
    mapUrl: venue.mapUrl,
    accessNotes: venue.accessNotes,
    safeLimit: venue.safeLimit,
    archivedAt: venue.archivedAt?.toISOString() ?? null,
  };
}
