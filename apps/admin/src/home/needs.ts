import type { AgencyView, BookingView, DataRequestView, EventView, MessageView } from '@roundtable/contracts';
import { hasOpenRegister } from '../events/office-event';
import { londonDateAfter } from '../words/london-time';

export const AHEAD_DAYS = 21;
const FULL_ENOUGH = 0.6;

/** What the morning list is made from. */
export interface Morning {
  now: Date;
  /** Drafts, published and cancelled events from today on, in their order. */
  coming: readonly EventView[];
  ended: readonly EventView[];
  failedMessages: readonly MessageView[];
  awaitingApproval: readonly BookingView[];
  /** Those that came with a registration. */
  proposedAgencies: readonly AgencyView[];
  /** Open ones, the first due first. */
  dataRequests: readonly DataRequestView[];
}

export interface Needs {
  failedMessages: readonly MessageView[];
  openRegisters: EventView[];
  awaitingApproval: readonly BookingView[];
  proposedAgencies: readonly AgencyView[];
  dataRequests: readonly DataRequestView[];
  freeWhileWaiting: EventView[];
  /** Not published yet, though the day is near. */
  drafts: EventView[];
  farFromFull: EventView[];
}

/** What needs a person today. */
export function needsOf(morning: Morning): Needs {
  const { now, coming, ended, failedMessages, awaitingApproval, proposedAgencies, dataRequests } = morning;
  const published = coming.filter(({ status, startsAt }) => status === 'published' && isAfter(startsAt, now));
  const soon = londonDateAfter(now, AHEAD_DAYS);
  const isSoon = ({ startsAt }: EventView) => startsAt !== null && londonDateAfter(new Date(startsAt), 0) <= soon;
  return {
    failedMessages,
    openRegisters: ended.filter(hasOpenRegister),
    awaitingApproval,
    proposedAgencies,
    dataRequests,
    freeWhileWaiting: published.filter(({ waiting, placesFree }) => waiting > 0 && placesFree > 0),
    drafts: coming.filter((event) => event.status === 'draft' && isSoon(event)),
    farFromFull: published.filter(
      (event) => isSoon(event) && event.waiting === 0 && event.placesHeld < FULL_ENOUGH * event.capacity,
    ),
  };
}

/** How many things that is in all. */
export function howMany(needs: Needs): number {
  return [
    needs.failedMessages,
    needs.openRegisters,
    needs.awaitingApproval,
    needs.proposedAgencies,
    needs.dataRequests,
    needs.freeWhileWaiting,
    needs.drafts,
    needs.farFromFull,
  ].reduce((sum, list) => sum + list.length, 0);
}

function isAfter(startsAt: string | null, now: Date): boolean {
  return startsAt !== null && new Date(startsAt) > now;
}
