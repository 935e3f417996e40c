import { Injectable } from '@nestjs/common';
import { FEE_TYPES, type FeeType } from '@roundtable/contracts';
import {
  Clock,
  Database,
  type ImportOptions,
  type Importer,
  type RowOutcome,
  type SheetRow,
  folded,
  newId,
} from '@roundtable/platform';
import { AgencyDomains } from './agency-domains.service';
import { AgencyEntity } from './agency.entity';
import { SectorsService } from './sectors.service';

/** Takes in a sheet of agencies: name, sector, email_domain, fee_type. An agency is known by its name. */
@Injectable()
export class AgenciesImporter implements Importer {
  readonly kind = 'agencies';
  readonly columns = ['name', 'sector'];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sectors: SectorsService,
    private readonly domains: AgencyDomains,
  ) {}

  async begin(options: ImportOptions): Promise<(row: SheetRow) => Promise<RowOutcome>> {
    const sectors = new Map((await this.sectors.all()).map((sector) => [folded(sector.name), sector.id]));
    const agencies = await this.database.repo(AgencyEntity).find();
    const known = new Map(agencies.map((agency) => [agency.nameKey, agency]));
    const domains = await this.domains.of(agencies.map(({ id }) => id));
    return async ({ cells }) => {
      const name = cells['name'] ?? '';
      const sectorId = sectors.get(folded(cells['sector'] ?? ''));
      const feeType = FEE_TYPES.find((type) => type === (cells['fee_type'] || 'other'));
      const problems = [
        ...(name && name.length <= 190
          ? []
          : [{ column: 'name', value: name, reason: 'Enter a name of 190 characters or fewer.' }]),
        ...(sectorId
          ? []
          : [{ column: 'sector', value: cells['sector'] ?? '', reason: 'There is no sector of this name.' }]),
        ...(feeType
          ? []
          : [{ column: 'fee_type', value: cells['fee_type'] ?? '', reason: `Use one of ${FEE_TYPES.join(', ')}.` }]),
      ];
      if (problems.length || !sectorId || !feeType) return problems;
      const sheet = { facts: { name, sectorId, feeType }, emailDomain: cells['email_domain']?.toLowerCase() || null };
      return this.put(sheet, { agencies: known, domains }, options);
    };
  }

  /** Writes a row. The name of an agency that was merged into another stands for that other, which stays as it is. */
  private async put(
    { facts, emailDomain }: { facts: { name: string; sectorId: string; feeType: FeeType }; emailDomain: string | null },
    known: { agencies: Map<string, AgencyEntity>; domains: Map<string, string[]> },
    options: ImportOptions,
  ): Promise<RowOutcome> {
    const agencies = this.database.repo(AgencyEntity);
    const there = known.agencies.get(folded(facts.name));
    if (!there) {
      const agency = agencies.create({
        id: newId(),
        nameKey: folded(facts.name),
        groupId: null,
        approval: 'off',
        unansweredApproval: null,
        status: 'accepted',
        urn: null,
        ofstedNumber: null,
        odsCode: null,
        mergedIntoId: null,
        isDemonstration: options.isDemonstration,
        createdAt: this.clock.now(),
        ...facts,
      });
      await agencies.insert(agency);
      known.agencies.set(agency.nameKey, agency);
      if (emailDomain) known.domains.set(agency.id, await this.domains.replace(agency.id, [emailDomain]));
      return 'created';
    }
    const domains = known.domains.get(there.id) ?? [];
    const isSame =
      there.name === facts.name &&
      there.sectorId === facts.sectorId &&
      there.feeType === facts.feeType &&
      there.status === 'accepted' &&
      (emailDomain === null || domains[0] === emailDomain);
    if (isSame || there.mergedIntoId !== null) return 'unchanged';
    const change = { ...facts, status: 'accepted' as const };
    await agencies.update({ id: there.id }, change);
    if (emailDomain !== null)
      known.domains.set(there.id, await this.domains.replace(there.id, [emailDomain, ...domains.slice(1)]));
    Object.assign(there, change);
    return 'updated';
  }
}
