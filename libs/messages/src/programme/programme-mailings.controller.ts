import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { MailPreview, ProgrammeMailingRecipient, ProgrammeMailingView } from '@roundtable/contracts';
import { CourseTopics } from '@roundtable/courses';
import { type Actor, CarriedOutEachTime, CurrentActor, type Page, Permit } from '@roundtable/platform';
import {
  NewProgrammeMailingDto,
  ProgrammeMailingChangeDto,
  ProgrammeMailingDraftDto,
  ProgrammeMailingListQuery,
  ProgrammeRecipientQuery,
} from './programme-mailing.dto';
import { ProgrammeLetters } from './programme.letters';
import { ProgrammeMailings } from './programme-mailings.service';
import { ProgrammeRecipients } from './programme-recipients.queries';

@Controller('api')
export class ProgrammeMailingsController {
  constructor(
    private readonly mailings: ProgrammeMailings,
    private readonly letters: ProgrammeLetters,
    private readonly recipients: ProgrammeRecipients,
    private readonly topics: CourseTopics,
  ) {}

  @Get('programme-mailings')
  @Permit('programme-mailings.send')
  list(@CurrentActor() actor: Actor, @Query() query: ProgrammeMailingListQuery): Promise<Page<ProgrammeMailingView>> {
    return this.mailings.list(actor, query);
  }

  @Get('programme-mailing-topics')
  @Permit('programme-mailings.send')
  topicsToChoose(): Promise<string[]> {
    return this.topics.known();
  }

  @Get('programme-mailing-recipients')
  @Permit('programme-mailings.send')
  whoGetsIt(
    @CurrentActor() actor: Actor,
    @Query() query: ProgrammeRecipientQuery,
  ): Promise<Page<ProgrammeMailingRecipient>> {
    return this.recipients.list(actor, query);
  }

  @Post('programme-mailing-previews')
  @HttpCode(200)
  @CarriedOutEachTime()
  @Permit('programme-mailings.send')
  preview(@CurrentActor() actor: Actor, @Body() draft: ProgrammeMailingDraftDto): Promise<MailPreview> {
    return this.letters.preview(actor, draft);
  }

  @Post('programme-mailings')
  @Permit('programme-mailings.send')
  write(@CurrentActor() actor: Actor, @Body() wanted: NewProgrammeMailingDto): Promise<ProgrammeMailingView> {
    return this.mailings.write(actor, wanted);
  }

  @Get('programme-mailings/:id')
  @Permit('programme-mailings.send')
  one(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ProgrammeMailingView> {
    return this.mailings.one(actor, id);
  }

  @Patch('programme-mailings/:id')
  @Permit('programme-mailings.send')
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() change: ProgrammeMailingChangeDto,
  ): Promise<ProgrammeMailingView> {
    return this.mailings.change(actor, id, change);
  }

  @Post('programme-mailings/:id/withdrawal')
  @HttpCode(200)
  @Permit('programme-mailings.send')
  takeBack(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ProgrammeMailingView> {
    return this.mailings.takeBack(actor, id);
  }
}
