import { AgenciesModule } from '@roundtable/agencies';
import { Global, Module } from '@nestjs/common';
import { ActorResolver } from '@roundtable/platform';
import { AccountsService } from './accounts.service';
import { ActorQueries } from './actor.queries';
import { PeopleQueries } from './people.queries';
import { PeopleService } from './people.service';
import { PractitionersController } from './practitioners.controller';
import { SessionController } from './session.controller';
import { SignInActorResolver } from './sign-in-actor.resolver';
import { SignInService } from './sign-in.service';

/** Global, because the guard of every route asks it who is there. */
@Global()
@Module({
  imports: [AgenciesModule],
  controllers: [SessionController, PractitionersController],
  providers: [
    PeopleService,
    PeopleQueries,
    AccountsService,
    SignInService,
    ActorQueries,
    { provide: ActorResolver, useClass: SignInActorResolver },
  ],
  exports: [PeopleService, PeopleQueries, AccountsService, SignInService, ActorResolver],
})
export class PeopleModule {}
