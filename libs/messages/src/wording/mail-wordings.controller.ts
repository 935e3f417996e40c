import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { WordingPreviewView, MailWordingView } from '@roundtable/contracts';
import { type Actor, CurrentActor, type Page, Permit } from '@roundtable/platform';
import { MailWordingChangeDto, MailWordingListQuery, WordingPreviewDto } from './mail-wording.dto';
import { MailWordings } from './mail-wordings.service';
import { WordingPreview } from './wording-preview.service';

/** The words of every mail about training. */
@Controller('api/mail-wordings')
export class MailWordingsController {
  constructor(
    private readonly wordings: MailWordings,
    private readonly previews: WordingPreview,
  ) {}

  @Get()
  @Permit('wordings.read')
  list(@Query() query: MailWordingListQuery): Promise<Page<MailWordingView>> {
    return this.wordings.list(query);
  }

  @Get(':id')
  @Permit('wordings.read')
  one(@Param('id') id: string): Promise<MailWordingView> {
    return this.wordings.one(id);
  }

  @Patch(':id')
  @Permit('wordings.write')
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() wanted: MailWordingChangeDto,
  ): Promise<MailWordingView> {
    return this.wordings.change(actor, id, wanted);
  }

  @Post(':id/original')
  @HttpCode(200)
  @Permit('wordings.write')
  restore(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<MailWordingView> {
    return this.wordings.restore(actor, id);
  }

  @Post(':id/preview')
  @HttpCode(200)
  @Permit('wordings.read')
  preview(@Param('id') id: string, @Body() { bookingId, ...wording }: WordingPreviewDto): Promise<WordingPreviewView> {
    return this.previews.of(id, wording, bookingId ?? null);
  }
}
