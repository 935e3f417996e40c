import * as agencies from '@roundtable/agencies';
import * as bookings from '@roundtable/bookings';
import * as courses from '@roundtable/courses';
import * as elearning from '@roundtable/elearning';
import * as evaluations from '@roundtable/evaluations';
import * as events from '@roundtable/events';
import * as messages from '@roundtable/messages';
import * as people from '@roundtable/people';
import * as platform from '@roundtable/platform';
import * as reports from '@roundtable/reports';
import type { EntityTarget, ObjectLiteral } from 'typeorm';

/** Every table of the product: each library exports its own as `…Entity`. */
export const ENTITIES: EntityTarget<ObjectLiteral>[] = [
  platform,
  agencies,
  people,
  elearning,
  courses,
  events,
  bookings,
  evaluations,
  messages,
  reports,
].flatMap((library) =>
  Object.entries(library)
    .filter(([name]) => name.endsWith('Entity'))
    .map(([, entity]) => entity as EntityTarget<ObjectLiteral>),
);
