import { Injectable } from '@nestjs/common';
import type { AgencyStatus, AgencyView, FeeType, NewAgency } from '@roundtable/contracts';
import { type Actor, Audit, Clock, Database, Problem, SYSTEM, folded, isDuplicate, newId } from '@roundtable/platform';
import { AgencyDomains } from './agency-domains.service';
import { AgencyEntity } from './agency.entity';
import { agencyView } from './agency.view';
import type { SectorEntity } from './sector.entity';
import { SectorsService } from './sectors.service';

const OTHER = 'other';
const LONGEST_NAME = 190;

/** Organisations whose people are trained. */
@Injectable()
export class AgenciesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly sectors: SectorsService,
    private readonly domains: AgencyDomains,
  ) {}

  /** Adds an agency. Refuses an unknown sector, and a name that is there already whatever its case or accents. */
  async create(actor: Actor, wanted: NewAgency, isDemonstration = false): Promise<AgencyView> {
    try {
      return await this.database.transaction(async () => {
        const sector = await this.sectors.named(wanted.sector);
        const agency = this.made({ ...wanted, sectorId: sector.id, status: 'accepted', isDemonstration });
        await this.database.repo(AgencyEntity).insert(agency);
        const emailDomains = wanted.emailDomain ? await this.domains.replace(agency.id, [wanted.emailDomain]) : [];
        const view = agencyView(agency, { sector: sector.name, groupName: null, emailDomains });
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

  /**
   * The agency of this name; where there is none, one that is proposed and waits for the office to accept it, in the
   * sector of this name or else in 'other'. Two who propose the same name at once get the same agency.
   */
  async propose(name: string, sectorName?: string): Promise<AgencyEntity> {
    return this.database.transaction(async () => {
      const there = await this.named(name);
      if (there) return there;
      const sector = await this.sectorOrOther(sectorName);
      const agency = this.made({ name: name.slice(0, LONGEST_NAME), sectorId: sector.id, status: 'proposed' });
      try {
        await this.database.repo(AgencyEntity).insert(agency);
      } catch (error) {
        const other = isDuplicate(error) ? await this.named(name) : null;
        if (other) return other;
        throw error;
      }
      await this.audit.record(SYSTEM, {
        action: 'agency.propose',
        subjectKind: 'agency',
        subjectId: agency.id,
        after: { name: agency.name, sector: sector.name },
      });
      return agency;
    });
  }

  /** The agency with this id, or the one that it was merged into. */
  async byId(id: string): Promise<AgencyEntity | null> {
    return this.standing(await this.database.repo(AgencyEntity).findOneBy({ id }));
  }

  /** The agency of this name, whatever its case or accents, or the one that it was merged into. */
  async named(name: string): Promise<AgencyEntity | null> {
    return this.standing(await this.database.repo(AgencyEntity).findOneBy({ nameKey: folded(name) }));
  }

  private standing(agency: AgencyEntity | null): Promise<AgencyEntity | null> {
    return agency?.mergedIntoId
      ? this.database.repo(AgencyEntity).findOneBy({ id: agency.mergedIntoId })
      : Promise.resolve(agency);
  }

  private async sectorOrOther(name: string | undefined): Promise<SectorEntity> {
    return (name ? await this.sectors.find(name) : null) ?? (await this.sectors.named(OTHER));
  }

  private made(facts: {
    name: string;
    sectorId: string;
    status: AgencyStatus;
    feeType?: string;
    isDemonstration?: boolean;
  }): AgencyEntity {
    return this.database.repo(AgencyEntity).create({
      id: newId(),
      name: facts.name.trim(),
      nameKey: folded(facts.name),
      sectorId: facts.sectorId,
      groupId: null,
      feeType: (facts.feeType ?? OTHER) as FeeType,
      approval: 'off',
      status: facts.status,
      urn: null,
      ofstedNumber: null,
      odsCode: null,
      mergedIntoId: null,
      isDemonstration: facts.isDemonstration ?? false,
      createdAt: this.clock.now(),
    });
  }
}
