import { ATTENDANCES, type EventMailAudience, MAILED_STATUSES } from '@roundtable/contracts';

/** Who a mail to delegates is for, as it was chosen or kept: without a choice of states, those with a confirmed place. */
export function eventAudienceOf(chosen: { [Part in keyof EventMailAudience]?: readonly string[] }): EventMailAudience {
  const status = MAILED_STATUSES.filter((known) => chosen.status?.includes(known));
  return {
    status: status.length > 0 ? status : ['confirmed'],
    attendance: ATTENDANCES.filter((known) => chosen.attendance?.includes(known)),
    sector: [...new Set(chosen.sector)],
    agencyId: [...new Set(chosen.agencyId)],
  };
}
