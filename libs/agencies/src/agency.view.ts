import type { AgencyView } from '@roundtable/contracts';
import type { AgencyEntity } from './agency.entity';

export function agencyView(agency: AgencyEntity, sector: string): AgencyView {
  return { id: agency.id, name: agency.name, sector, feeType: agency.feeType, emailDomain: agency.emailDomain };
}
