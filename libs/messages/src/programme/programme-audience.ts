import type { ProgrammeAudience } from '@roundtable/contracts';

/** Who a programme mailing is for, as it was chosen or kept; an empty list is no filter. */
export function programmeAudienceOf(chosen: {
  [Part in keyof ProgrammeAudience]?: readonly string[];
}): ProgrammeAudience {
  return {
    topics: [...new Set(chosen.topics)],
    areas: (['city', 'county'] as const).filter((area) => chosen.areas?.includes(area)),
  };
}
