import { Controller, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { paths } from '@roundtable/contracts';
import { QuotesService } from '@roundtable/evaluations';
import { type Actor, CurrentActor, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { Fields, FormFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';

/** Takes back one's consent to be quoted. */
@ApiExcludeController()
@Controller()
export class YourQuotesController {
  constructor(
    private readonly pages: SitePages,
    private readonly quotes: QuotesService,
  ) {}

  @Post(paths.yourQuotes)
  @Permit('quote-consents.own')
  async withdraw(@CurrentActor() actor: Actor, @FormFields() given: Fields, @Res() reply: FastifyReply): Promise<void> {
    await this.quotes.withdraw(actor, given.text('consent'));
    this.pages.redirect(reply, `${paths.yourData}?done=not-quoted`);
  }
}
