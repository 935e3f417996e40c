import type { AgencyGroupView } from '@roundtable/contracts';
import type { AgencyGroupEntity } from './agency-group.entity';

export function agencyGroupView(group: AgencyGroupEntity): AgencyGroupView {
  return { id: group.id, name: group.name, kind: group.kind };
}
