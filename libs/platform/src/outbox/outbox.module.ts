import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database';
import { DeclaredSettings } from '../settings/declared-settings.service';
import { BouncedAddresses } from './bounces/bounced-addresses.service';
import { ReturnedMail } from './bounces/returned-mail.service';
import { DOMAIN_RATE } from './domain-rate';

/** What becomes of mails once they are written, beside the worker that sends them. */
@Global()
@Module({
  providers: [
    {
      provide: BouncedAddresses,
      useFactory: (database: Database) => new BouncedAddresses(database),
      inject: [Database],
    },
    ReturnedMail,
  ],
  exports: [BouncedAddresses, ReturnedMail],
})
export class OutboxModule implements OnModuleInit {
  constructor(private readonly settings: DeclaredSettings) {}

  onModuleInit(): void {
    this.settings.declare(DOMAIN_RATE);
  }
}
