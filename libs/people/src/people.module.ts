import { AgenciesModule } from '@roundtable/agencies';
import { Global, Module } from '@nestjs/common';
import { AccountsService } from './accounts.service';
import { DataRightsModule } from './data-rights/data-rights.module';
import { PractitionersModule } from './memberships/practitioners.module';
import { MailChoices } from './mail-choices/mail-choices.service';
import { PeopleQueries } from './people.queries';
import { PeopleService } from './people.service';
import { SignInModule } from './sign-in/sign-in.module';
import { TokensModule } from './tokens/tokens.module';

/** Global, because the guard of every route asks it who is there. */
@Global()
@Module({
  imports: [AgenciesModule, DataRightsModule, PractitionersModule, SignInModule, TokensModule],
  providers: [PeopleService, PeopleQueries, AccountsService, MailChoices],
  exports: [
    DataRightsModule,
    PractitionersModule,
    PeopleService,
    PeopleQueries,
    AccountsService,
    MailChoices,
    SignInModule,
  ],
})
export class PeopleModule {}
