import type { OtherProviderEventView, OutsideAttendanceView } from '@roundtable/contracts';
import type { OtherProviderEventEntity } from './other-provider-event.entity';
import type { OutsideAttendanceEntity } from './outside-attendance.entity';

export function otherProviderEventView(listing: OtherProviderEventEntity): OtherProviderEventView {
  return {
    id: listing.id,
    title: listing.title,
    provider: listing.provider,
    url: listing.url,
    audience: listing.audience,
    area: listing.area,
    freeInCounty: listing.isFreeInCounty,
    topic: listing.topic,
    cost: listing.cost,
    from: listing.fromDate,
    to: listing.toDate,
    dates: listing.dates,
    published: listing.isPublished,
    demonstration: listing.isDemonstration,
  };
}

export function outsideAttendanceView(
  row: OutsideAttendanceEntity,
  named: { title: string; provider: string; practitionerName: string },
): OutsideAttendanceView {
  return {
    id: row.id,
    otherProviderEventId: row.otherProviderEventId,
    title: named.title,
    provider: named.provider,
    practitionerId: row.personId,
    practitionerName: named.practitionerName,
    attendedOn: row.attendedOn,
    evidence: row.evidence,
    evidenceUrl: row.evidenceUrl,
    state: row.state,
    declaredAt: row.declaredAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    reason: row.reason,
  };
}
