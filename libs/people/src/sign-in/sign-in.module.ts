import { AgenciesModule } from '@roundtable/agencies';
import { Module, type OnModuleInit } from '@nestjs/common';
import { ActorResolver, DeclaredSettings, Jobs } from '@roundtable/platform';
import { CredentialChanges } from '../credentials/credential-changes.service';
import { OwnCredentials } from '../credentials/own-credentials.service';
import { OwnCredentialsController } from '../credentials/own-credentials.controller';
import { PasswordResetsController } from '../credentials/password-resets.controller';
import { PasswordResets } from '../credentials/password-resets.service';
import { LeadsQueries } from '../roles/leads.queries';
import { RoleHolders } from '../roles/role-holders.queries';
import { LeadMails } from '../memberships/lead-mails.service';
import { AddressProofs } from '../proofs/address-proofs.service';
import { ConfirmingService } from '../registration/confirming.service';
import { RegistrationChoices } from '../registration/registration-choices.service';
import { RegistrationsController } from '../registration/registrations.controller';
import { RegistrationsService } from '../registration/registrations.service';
import { OwnSecondFactor } from '../second-factor/own-second-factor.service';
import { SecondFactorController } from '../second-factor/second-factor.controller';
import { SecondFactors } from '../second-factor/second-factors.service';
import { AccountHelp } from '../account-help/account-help.service';
import { AccountQueries } from '../account-help/accounts.queries';
import { AccountsController } from '../account-help/accounts.controller';
import { ActorQueries } from './actor.queries';
import { KnownAddresses } from './known-addresses.service';
import { OwnSignInsController } from './own-sign-ins.controller';
import { SessionController } from './session.controller';
import { SignInActorResolver } from './sign-in-actor.resolver';
import { SignInLinksController } from './sign-in-links.controller';
import { SignInLinks } from './sign-in-links.service';
import { ABSOLUTE_HOURS, IDLE_MINUTES, REQUIRE_SECOND_FACTOR } from './sign-in-settings';
import { SignInTimesService } from './sign-in-times.service';
import { SignInService } from './sign-in.service';
import { SignIns } from './sign-ins.service';

/** Registering, signing in, and what people sign in with. */
@Module({
  imports: [AgenciesModule],
  controllers: [
    AccountsController,
    SessionController,
    SignInLinksController,
    OwnSignInsController,
    RegistrationsController,
    PasswordResetsController,
    OwnCredentialsController,
    SecondFactorController,
  ],
  providers: [
    AccountHelp,
    AccountQueries,
    ActorQueries,
    AddressProofs,
    ConfirmingService,
    CredentialChanges,
    KnownAddresses,
    LeadMails,
    LeadsQueries,
    OwnCredentials,
    OwnSecondFactor,
    PasswordResets,
    RegistrationChoices,
    RegistrationsService,
    RoleHolders,
    SecondFactors,
    SignInLinks,
    SignInService,
    SignInTimesService,
    SignIns,
    { provide: ActorResolver, useClass: SignInActorResolver },
  ],
  exports: [
    ActorResolver,
    AddressProofs,
    ConfirmingService,
    LeadMails,
    LeadsQueries,
    OwnCredentials,
    OwnSecondFactor,
    PasswordResets,
    RegistrationChoices,
    RegistrationsService,
    RoleHolders,
    SignInLinks,
    SignInService,
    SignIns,
  ],
})
export class SignInModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly proofs: AddressProofs,
    private readonly registrations: RegistrationsService,
    private readonly settings: DeclaredSettings,
    private readonly signIns: SignIns,
  ) {}

  onModuleInit(): void {
    this.settings.declare(REQUIRE_SECOND_FACTOR, (isAsked) =>
      isAsked ? this.signIns.endUnenrolled() : this.signIns.liftLimits(),
    );
    this.settings.declare(IDLE_MINUTES);
    this.settings.declare(ABSOLUTE_HOURS);
    this.jobs.register({
      name: 'people.forget-unconfirmed',
      everySeconds: 3600,
      run: async () => {
        await this.proofs.forgetOld();
        await this.registrations.forgetOld();
      },
    });
  }
}
