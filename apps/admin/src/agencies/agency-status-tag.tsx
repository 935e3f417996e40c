import type { AgencyStatus } from '@roundtable/contracts';
import { Tag } from '../look/tag';
import { AGENCY_STATUS } from '../words/labels';

export function AgencyStatusTag({ status }: { status: AgencyStatus }) {
  return <Tag tone={status === 'proposed' ? 'attention' : 'plain'}>{AGENCY_STATUS[status]}</Tag>;
}
