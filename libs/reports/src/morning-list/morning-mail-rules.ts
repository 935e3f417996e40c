import type { MorningLines, MorningListView } from '@roundtable/contracts';

type Need = Exclude<keyof MorningListView, 'settings' | 'comingUp'>;

/** What each kind is called and where in the back office it is done; the most pressing first. Names nobody. */
const KINDS: Record<Need, { label: string; path: string }> = {
  dataRequests: { label: 'Data requests due', path: 'data-requests' },
  failedMessages: { label: 'Messages that failed', path: 'messages' },
  bouncedAddresses: { label: 'Addresses that do not work', path: 'messages' },
  openRegisters: { label: 'Registers still open', path: '' },
  offersEnding: { label: 'Offers that run out within a working day', path: '' },
  approvalsForStaff: { label: 'Requests for you to approve', path: 'approvals' },
  provisionalDue: { label: 'Provisional and late', path: 'late' },
  needTasks: { label: 'Needs to arrange', path: 'access-need-tasks' },
  teamPlacesEnding: { label: 'Team places that go back soon', path: '' },
  awaitingApproval: { label: 'Requests that wait for their agency', path: 'approvals' },
  saysPresent: { label: 'Say that they were there, against the register', path: '' },
  repeatedAbsences: { label: 'Absent three times in 12 months', path: '' },
  proposedAgencies: { label: 'Agencies proposed', path: 'agencies' },
  freeWhileWaiting: { label: 'Places free while people wait', path: '' },
  drafts: { label: 'Not published', path: '' },
  lackingSector: { label: 'Lacking a sector', path: '' },
  farFromFull: { label: 'Far from full', path: '' },
};

export interface MorningMail {
  /** How many things there are; with none there is no mail. */
  total: number;
  facts: { label: string; value: string }[];
}

/** The counts of a morning list, each with its whole address in the back office. */
export function morningMail(list: MorningListView, backOffice: string): MorningMail {
  const counts = (Object.keys(KINDS) as Need[])
    .map((need) => ({ ...KINDS[need], total: (list[need] satisfies MorningLines<unknown>).total }))
    .filter(({ total }) => total > 0);
  return {
    total: counts.reduce((sum, { total }) => sum + total, 0),
    facts: counts.map(({ label, path, total }) => ({ label, value: `${total}, at ${backOffice}${path}` })),
  };
}
