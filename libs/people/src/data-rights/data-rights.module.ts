import { AgenciesModule } from '@roundtable/agencies';
import { Module, type OnModuleInit } from '@nestjs/common';
import { Database, PersonalData, Retention } from '@roundtable/platform';
import { AgencyHistoryController } from '../audit-log/agency-history.controller';
import { AgencyHistory } from '../audit-log/agency-history.queries';
import { AuditExport } from '../audit-log/audit-export.service';
import { AuditController } from '../audit-log/audit.controller';
import { AuditQueries } from '../audit-log/audit.queries';
import { PeoplePersonalData } from '../personal-data';
import { peopleRules } from '../retention-rules';
import { DataRequestQueries } from './data-requests.queries';
import { DataRequestsController } from './data-requests.controller';
import { DataRequestsService } from './data-requests.service';
import { ErasuresService } from './erasures.service';
import { HoldsController } from './holds.controller';
import { OwnDataController } from './own-data.controller';
import { OwnDataFile } from './own-data-file.service';

/** What people may ask about their data, and what those who oversee it may see. */
@Module({
  imports: [AgenciesModule],
  controllers: [OwnDataController, DataRequestsController, HoldsController, AuditController, AgencyHistoryController],
  providers: [
    PeoplePersonalData,
    OwnDataFile,
    DataRequestsService,
    DataRequestQueries,
    ErasuresService,
    AuditQueries,
    AuditExport,
    AgencyHistory,
  ],
  exports: [OwnDataFile, DataRequestsService, DataRequestQueries, ErasuresService],
})
export class DataRightsModule implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly personalData: PersonalData,
    private readonly retention: Retention,
    private readonly erasures: ErasuresService,
  ) {}

  onModuleInit(): void {
    for (const rule of peopleRules(this.database, this.personalData, this.erasures)) this.retention.register(rule);
  }
}
