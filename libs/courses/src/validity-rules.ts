/** The periods of one course, in months; null is for ever. */
export interface ValidityTerms {
  months: number | null;
  bySector: ReadonlyMap<string, number>;
  designatedLeads: number | null;
  /** What holds at most for the named sectors and for designated leads where the course gives them no period of their own. */
  usual: { months: number; sectors: readonly string[] };
}

export interface Learner {
  /** Own sector first, then the one above it. */
  sectors: readonly string[];
  jobRole: string | null;
}

/**
 * How many months what somebody learnt stays valid; null is for ever. A sector's own period comes before the course's;
 * the sector itself comes before the one above it. For a designated lead the shorter of the sector's and the leads' counts.
 */
export function validityFor(terms: ValidityTerms, { sectors, jobRole }: Learner): number | null {
  const own = sectors.map((sector) => terms.bySector.get(sector)).find((months) => months !== undefined);
  const isUsuallyShort = sectors.some((sector) => terms.usual.sectors.includes(sector));
  const ofSector = own ?? (isUsuallyShort ? shortened(terms) : terms.months);
  if (!isDesignatedLead(jobRole)) return ofSector;
  return shorter(ofSector, terms.designatedLeads ?? shortened(terms));
}

/** Whether a job role says that somebody is a designated safeguarding lead, or their deputy. */
export function isDesignatedLead(jobRole: string | null): boolean {
  return /\bdesignated\b.*\blead\b|\bd?dsl\b/i.test(jobRole ?? '');
}

function shortened({ months, usual }: ValidityTerms): number | null {
  return months === null ? null : Math.min(months, usual.months);
}

function shorter(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}
