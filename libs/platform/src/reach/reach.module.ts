import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import { Database } from '../database';
import { Jobs } from '../jobs/jobs.service';
import { platformRules } from '../retention/platform-rules';
import { RetentionController } from '../retention/retention.controller';
import { Retention } from '../retention/retention.service';
import { Checks } from './checks';
import { Holds } from './holds.service';
import { OwnPersonalData } from './own-personal-data';
import { PersonalData } from './personal-data';

const DAY_SECONDS = 24 * 3600;

/** What must reach into every library: personal data, holds, and what is kept for how long. */
@Global()
@Module({
  controllers: [RetentionController],
  providers: [Checks, PersonalData, OwnPersonalData, Holds, Retention],
  exports: [Checks, PersonalData, Holds, Retention],
})
export class ReachModule implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly retention: Retention,
  ) {}

  onModuleInit(): void {
    for (const rule of platformRules(this.database, this.audit)) this.retention.register(rule);
    this.jobs.register({ name: 'retention.sweep', everySeconds: DAY_SECONDS, run: () => this.retention.sweep() });
  }
}
