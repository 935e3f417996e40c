import { AgenciesModule } from '@roundtable/agencies';
import { Module, type OnModuleInit } from '@nestjs/common';
import { Merges } from '@roundtable/platform';
import { LookupsController } from '../lookups/lookups.controller';
import { LookupQueries } from '../lookups/lookups.queries';
import { AccountsMerge } from '../merging/accounts-merge';
import { PeopleMerge } from '../merging/people-merge';
import { PersonMergesService } from '../merging/person-merges.service';
import { PeopleMails } from '../people.mails';
import { PractitionersController } from '../practitioners.controller';
import { RoleGrantsController } from '../roles/role-grants.controller';
import { RoleGrantQueries } from '../roles/role-grants.queries';
import { RoleGrantsService } from '../roles/role-grants.service';
import { AddedMemberships } from './added-memberships.service';
import { MembershipsController } from './memberships.controller';
import { MembershipsService } from './memberships.service';
import { PersonChangesService } from './person-changes.service';

/** People as the office and leads keep them: entries, memberships, roles, merges. */
@Module({
  imports: [AgenciesModule],
  controllers: [PractitionersController, MembershipsController, RoleGrantsController, LookupsController],
  providers: [
    MembershipsService,
    AddedMemberships,
    PersonChangesService,
    PersonMergesService,
    PeopleMerge,
    AccountsMerge,
    PeopleMails,
    RoleGrantsService,
    RoleGrantQueries,
    LookupQueries,
  ],
  exports: [MembershipsService, AddedMemberships],
})
export class PractitionersModule implements OnModuleInit {
  constructor(
    private readonly merges: Merges,
    private readonly merge: PeopleMerge,
  ) {}

  onModuleInit(): void {
    this.merges.register(this.merge);
  }
}
