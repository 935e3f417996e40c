import type { SectorView } from '@roundtable/contracts';
import type { SectorEntity } from './sector.entity';

export function sectorView(sector: SectorEntity): SectorView {
  return { id: sector.id, name: sector.name, parentId: sector.parentId, position: sector.position };
}
