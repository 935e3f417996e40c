import { Injectable } from '@nestjs/common';
import type { AgencyView, FeeType, NewAgency } from '@roundtable/contracts';
import { type Actor, Audit, Clock, Database, Problem, folded, isDuplicate, newId } from '@roundtable/platform';
import { AgencyEntity } from './agency.entity';
import { agencyView } from './agency.view';
import { SectorsService } from './sectors.service';

/** Organisations whose people are trained. */
@Injectable()
export class AgenciesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly sectors: SectorsService,
  ) {}

  /** Adds an agency. Refuses an unknown sector, and a name that is there already whatever its case or accents. */
  async create(actor: Actor, wanted: NewAgency, isDemonstration = false): Promise<AgencyView> {
    try {
      return await this.database.transaction(async () => {
        const sector = await this.sectors.named(wanted.sector);
        const agency = this.database.repo(AgencyEntity).create({
          id: newId(),
          name: wanted.name.trim(),
          nameKey: folded(wanted.name),
          sectorId: sector.id,
          feeType: (wanted.feeType ?? 'other') as FeeType,
          emailDomain: wanted.emailDomain?.toLowerCase() ?? null,
          isDemonstration,
          createdAt: this.clock.now(),
        });
        await this.database.repo(AgencyEntity).insert(agency);
        const view = agencyView(agency, sector.name);
        await this.audit.record(actor, {
          action: 'agency.create',
          subjectKind: 'agency',
          subjectId: agency.id,
          after: { ...view },
        });
        return view;
      });
    } catch (error) {
      if (isDuplicate(error))
        throw new Problem('agencies.name-taken', { errors: { name: 'There is already an agency with this name' } });
      throw error;
    }
  }

  async byId(id: string): Promise<AgencyEntity | null> {
    return this.database.repo(AgencyEntity).findOneBy({ id });
  }

  async named(name: string): Promise<AgencyEntity | null> {
    return this.database.repo(AgencyEntity).findOneBy({ nameKey: folded(name) });
  }
}
