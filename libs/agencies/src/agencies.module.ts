import { Module, type OnModuleInit } from '@nestjs/common';
import { Imports } from '@roundtable/platform';
import { AgenciesController } from './agencies.controller';
import { AgenciesImporter } from './agencies.importer';
import { AgenciesService } from './agencies.service';
import { AgencyQueries } from './agencies.queries';
import { SectorsService } from './sectors.service';

@Module({
  controllers: [AgenciesController],
  providers: [AgenciesService, AgencyQueries, SectorsService, AgenciesImporter],
  exports: [AgenciesService, AgencyQueries, SectorsService],
})
export class AgenciesModule implements OnModuleInit {
  constructor(
    private readonly imports: Imports,
    private readonly importer: AgenciesImporter,
  ) {}

  onModuleInit(): void {
    this.imports.register(this.importer);
  }
}
