import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { Audit } from './audit/audit.service';
import { DownloadTraceInterceptor } from './audit/download-trace.interceptor';
import { RefusalTrace } from './audit/refusal-trace.service';
import { Clock } from './clock';
import { CONFIG, type Config } from './config';
import { Database } from './database';
import { Files } from './files/files.service';
import { PageInterceptor, PermitGuard, ProblemFilter, ShapePipe } from './http';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor';
import { ImportsController } from './imports/imports.controller';
import { Imports } from './imports/imports.service';
import { Jobs } from './jobs/jobs.service';
import { Links } from './links/links.service';
import { MailingPost, Outbox, OutboxWorker, Wordings } from './outbox';
import { OutboxModule } from './outbox/outbox.module';
import { Merges } from './reach/merges';
import { ReachModule } from './reach/reach.module';
import { Secrets } from './secrets/secrets';
import { DeclaredSettings } from './settings/declared-settings.service';
import { SettingsController } from './settings/settings.controller';
import { Settings } from './settings/settings.service';
import { Throttle } from './throttle/throttle.service';
import { WorkingTimeModule } from './working-time/working-time.module';

/** What every library stands on, for one opened database and one configuration. */
@Global()
@Module({})
export class PlatformModule {
  static for(config: Config, database: Database, clock = new Clock()): DynamicModule {
    return {
      module: PlatformModule,
      imports: [ReachModule, WorkingTimeModule, OutboxModule],
      controllers: [ImportsController, SettingsController],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Database, useValue: database },
        { provide: Clock, useValue: clock },
        { provide: Settings, useFactory: () => new Settings(database, clock) },
        { provide: Audit, useFactory: () => new Audit(database, clock) },
        { provide: Files, useFactory: () => new Files(config) },
        { provide: Links, useFactory: () => new Links(database, clock) },
        { provide: Throttle, useFactory: () => new Throttle(database) },
        { provide: Jobs, useFactory: () => new Jobs(database) },
        { provide: Merges, useFactory: () => new Merges(database, clock) },
        RefusalTrace,
        DeclaredSettings,
        { provide: Secrets, useFactory: () => new Secrets(config.secretsKey) },
        { provide: Wordings, useFactory: () => new Wordings(database) },
        {
          provide: Outbox,
          inject: [Wordings],
          useFactory: (wordings: Wordings) => new Outbox(database, clock, config, wordings),
        },
        MailingPost,
        { provide: OutboxWorker, useFactory: () => new OutboxWorker(database, config) },
        Imports,
        { provide: APP_GUARD, useClass: PermitGuard },
        { provide: APP_PIPE, useClass: ShapePipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: PageInterceptor },
        { provide: APP_INTERCEPTOR, useClass: DownloadTraceInterceptor },
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
      ],
      exports: [
        CONFIG,
        Database,
        Clock,
        Settings,
        Audit,
        Files,
        Links,
        Throttle,
        Jobs,
        Merges,
        Outbox,
        OutboxWorker,
        Wordings,
        MailingPost,
        Imports,
        Secrets,
        DeclaredSettings,
        RefusalTrace,
      ],
    };
  }
}
