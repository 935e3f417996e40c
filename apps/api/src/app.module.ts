import { AgenciesModule } from '@roundtable/agencies';
import { BookingsModule } from '@roundtable/bookings';
import { CoursesModule } from '@roundtable/courses';
import { ElearningModule } from '@roundtable/elearning';
import { EvaluationsModule } from '@roundtable/evaluations';
import { EventsModule } from '@roundtable/events';
import { MessagesModule } from '@roundtable/messages';
import { PeopleModule } from '@roundtable/people';
import { type Clock, type Config, type Database, PlatformModule } from '@roundtable/platform';
import { ReportsModule } from '@roundtable/reports';
import { SiteModule } from '@roundtable/site';
import { type DynamicModule, Module } from '@nestjs/common';
import { BackOfficeController } from './back-office.controller';
import { ComingEvents } from './demonstration/coming-events';
import { DemonstrationController } from './demonstration/demonstration.controller';
import { DemonstrationService } from './demonstration/demonstration.service';
import { EvaluationSide } from './demonstration/evaluation-side';
import { InventedCrowd } from './demonstration/invented-crowd';
import { InventedEvaluations } from './demonstration/invented-evaluations';
import { InventedForms } from './demonstration/invented-forms';
import { InventedReaders } from './demonstration/invented-readers';
import { InventedTexts } from './demonstration/invented-texts';
import { InventedTerms } from './demonstration/invented-terms';
import { InventedDelivery } from './demonstration/invented-delivery';
import { InventedVariety } from './demonstration/invented-variety';
import { LargeProgramme } from './demonstration/large-programme';
import { PastWorkshop } from './demonstration/past-workshop';
import { TeachingMaterial } from './demonstration/teaching-material';
import { HealthController } from './health.controller';

/** The whole product, composed. No rules live here. */
@Module({})
export class AppModule {
  static for(config: Config, database: Database, clock?: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.for(config, database, clock),
        AgenciesModule,
        PeopleModule,
        ElearningModule,
        CoursesModule,
        EventsModule,
        BookingsModule,
        EvaluationsModule,
        MessagesModule,
        ReportsModule,
        SiteModule,
      ],
      controllers: [HealthController, DemonstrationController, BackOfficeController],
      providers: [
        DemonstrationService,
        ComingEvents,
        PastWorkshop,
        InventedCrowd,
        InventedDelivery,
        InventedVariety,
        EvaluationSide,
        InventedForms,
        InventedEvaluations,
        InventedTexts,
        InventedReaders,
        InventedTerms,
        TeachingMaterial,
        LargeProgramme,
      ],
    };
  }
}
