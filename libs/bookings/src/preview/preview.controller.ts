import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { ChangePreview, SampleMail } from '@roundtable/contracts';
import { EventChangeDto } from '@roundtable/events';
import { type Actor, CarriedOutEachTime, CurrentActor, Permit } from '@roundtable/platform';
import { ChangePreviewService } from './change-preview.service';
import { SampleMails } from './sample-mails.service';

/** What would happen, and what delegates would read; nothing of it is kept. */
@Controller('api/events/:id')
export class PreviewController {
  constructor(
    private readonly changes: ChangePreviewService,
    private readonly samples: SampleMails,
  ) {}

  @Post('change-preview')
  @HttpCode(200)
  @CarriedOutEachTime()
  @Permit('events.write')
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() wanted: EventChangeDto,
  ): Promise<ChangePreview> {
    return this.changes.of(actor, id, wanted);
  }

  @Get('sample-mails')
  @Permit('events.write')
  mails(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<SampleMail[]> {
    return this.samples.of(actor, id);
  }
}
