import { Module, type OnModuleInit } from '@nestjs/common';
import { Imports, Merges } from '@roundtable/platform';
import { AgenciesController } from './agencies.controller';
import { AgenciesImporter } from './agencies.importer';
import { AgenciesMerge } from './agencies-merge';
import { AgenciesService } from './agencies.service';
import { AgencyQueries } from './agencies.queries';
import { AgencyChangesService } from './agency-changes.service';
import { AgencyDomains } from './agency-domains.service';
import { AgencyGroupsController } from './agency-groups.controller';
import { AgencyGroupsService } from './agency-groups.service';
import { AgencyMergesService } from './agency-merges.service';
import { AgencyProposals } from './agency-proposals.service';
import { SectorKeeping } from './sector-keeping.service';
import { SectorUses } from './sector-uses';
import { SectorsController } from './sectors.controller';
import { SectorsService } from './sectors.service';

@Module({
  controllers: [AgenciesController, AgencyGroupsController, SectorsController],
  providers: [
    AgenciesService,
    AgencyChangesService,
    AgencyMergesService,
    AgenciesMerge,
    AgencyQueries,
    AgencyDomains,
    AgencyProposals,
    AgencyGroupsService,
    SectorsService,
    SectorKeeping,
    SectorUses,
    AgenciesImporter,
  ],
  exports: [AgenciesService, AgencyQueries, AgencyProposals, AgencyDomains, SectorsService, SectorUses],
})
export class AgenciesModule implements OnModuleInit {
  constructor(
    private readonly imports: Imports,
    private readonly importer: AgenciesImporter,
    private readonly merges: Merges,
    private readonly merge: AgenciesMerge,
  ) {}

  onModuleInit(): void {
    this.imports.register(this.importer);
    this.merges.register(this.merge);
  }
}
