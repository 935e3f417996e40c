import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import type { NewsletterBlockView } from '@roundtable/contracts';
import { Permit } from '@roundtable/platform';
import { NewsletterQuery } from './newsletter.dto';
import { NewsletterService } from './newsletter.service';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

@Controller('api')
export class NewsletterController {
  constructor(private readonly newsletters: NewsletterService) {}

  @Get('newsletter-block')
  @Permit('promotion.read')
  block(@Query() { eventId }: NewsletterQuery): Promise<NewsletterBlockView> {
    return this.newsletters.block(eventId);
  }

  @Get('newsletter-block.docx')
  @Permit('promotion.read')
  async word(@Query() { eventId }: NewsletterQuery): Promise<StreamableFile> {
    return new StreamableFile(await this.newsletters.word(eventId), {
      type: WORD,
      disposition: 'attachment; filename="newsletter-block.docx"',
    });
  }
}
