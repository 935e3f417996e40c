import type { Delivery } from './events';
import type { Area } from './people';

/** Somebody wants to know when a course has a date. */
export interface InterestView {
  id: string;
  courseId: string;
  courseTitle: string;
  courseUrl: string;
  /** Where and how it would suit; empty where anything would. */
  area: Area | null;
  delivery: Delivery | null;
  declaredAt: string;
}

export interface NewInterest {
  area?: Area;
  delivery?: Delivery;
}

/** How many people wait for a date of a course, whose id this is. */
export interface InterestCountView {
  id: string;
  total: number;
  city: number;
  county: number;
  online: number;
  inPerson: number;
}
