import { OUTSIDE_ACCEPTED, OUTSIDE_DECLINED } from './elsewhere/outside-attendance.templates';
import { TRAINER_ASKED, TRAINER_CANCELLED, TRAINER_DIARY, TRAINER_RESCHEDULED } from './trainers/trainer.templates';

/** Every mail of this library whose words the partnership may change. */
export const EVENT_TEMPLATES = [
  TRAINER_ASKED,
  ...Object.values(TRAINER_RESCHEDULED),
  TRAINER_CANCELLED,
  ...Object.values(TRAINER_DIARY),
  OUTSIDE_ACCEPTED,
  OUTSIDE_DECLINED,
];
