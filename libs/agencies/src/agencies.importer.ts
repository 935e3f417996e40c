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
  ) {}

  async begin(options: ImportOptions): Promise<(row: SheetRow) => Promise<RowOutcome>> {
    const sectors = new Map((await this.sectors.all()).map((sector) => [folded(sector.name), sector.id]));
    const known = new Map((await this.database.repo(AgencyEntity).find()).map((agency) => [agency.nameKey, agency]));
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
      return this.put(
        { name, sectorId, feeType, emailDomain: cells['email_domain']?.toLowerCase() || null },
        known,
        options,
      );
    };
  }

  private async put(
    facts: { name: string; sectorId: string; feeType: FeeType; emailDomain: string | null },
    known: Map<string, AgencyEntity>,
    options: ImportOptions,
  ): Promise<RowOutcome> {
    const agencies = this.database.repo(AgencyEntity);
    const there = known.get(folded(facts.name));
    if (!there) {
      const agency = agencies.create({
        id: newId(),
        nameKey: folded(facts.name),
        isDemonstration: options.isDemonstration,
        createdAt: this.clock.now(),
        ...facts,
      });
      await agencies.insert(agency);
      known.set(agency.nameKey, agency);
      return 'created';
    }
    const isSame =
      there.name === facts.name &&
      there.sectorId === facts.sectorId &&
      there.feeType === facts.feeType &&
      there.emailDomain === facts.emailDomain;
    if (isSame) return 'unchanged';
    await agencies.update({ id: there.id }, facts);
    Object.assign(there, facts);
    return 'updated';
  }
}
