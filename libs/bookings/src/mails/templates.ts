import { APPROVAL_ASKED, AWAITING_APPROVAL, DECLINED } from '../approval/approval.templates';
import { CHARGE_TEMPLATES } from '../charges/charge.templates';
import { COURSE_DATE } from '../interests/interest.templates';
import { EVENT_INVITATION } from '../inviting/inviting.templates';
import { STILL_COMING } from '../coming/coming.templates';
import { JOINING_INSTRUCTIONS, JOINING_IN_PERSON } from '../joining/joining.templates';
import { LEAD_DIGEST } from '../lead-digest/lead-digest.templates';
import { MISSED } from '../missed/missed.templates';
import { OUTSTANDING, RELEASE_NOTICE } from '../provisional/provisional.templates';
import { REFRESHER } from '../refreshers/refresher.templates';
import { REGISTER_OPEN } from '../register-chaser/register-chaser.templates';
import { PLACES_HELD, PLACES_RELEASED } from '../team-places/team-place.templates';
import { EVENT_CANCELLED, RESCHEDULED, RESCHEDULED_WHILE_WAITING, SESSION_DROPPED } from './event-change.templates';
import {
  CANCELLED,
  ENDED_AS_DOUBLE,
  LAPSED,
  MOVED_AWAY,
  OFFERED,
  OFFER_MISSED,
  OFFER_REFUSED,
  PLACED,
  RELEASED,
  SUBSTITUTED,
  WAITLISTED,
  WAIT_ENDED,
} from './place.templates';

/** Every mail about bookings whose words the partnership may change, in the order in which the office reads them. */
export const BOOKING_TEMPLATES = [
  ...Object.values(PLACED),
  WAITLISTED,
  OFFERED,
  OFFER_MISSED,
  OFFER_REFUSED,
  LAPSED,
  WAIT_ENDED,
  AWAITING_APPROVAL,
  ...Object.values(APPROVAL_ASKED),
  DECLINED,
  OUTSTANDING,
  RELEASE_NOTICE,
  RELEASED,
  STILL_COMING,
  JOINING_INSTRUCTIONS,
  JOINING_IN_PERSON,
  RESCHEDULED,
  RESCHEDULED_WHILE_WAITING,
  SESSION_DROPPED,
  EVENT_CANCELLED,
  CANCELLED,
  MOVED_AWAY,
  SUBSTITUTED,
  ENDED_AS_DOUBLE,
  COURSE_DATE,
  REFRESHER,
  PLACES_HELD,
  PLACES_RELEASED,
  EVENT_INVITATION,
  ...CHARGE_TEMPLATES,
  MISSED,
  LEAD_DIGEST,
  REGISTER_OPEN,
];
