import { Controller, Get, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { paths } from '@roundtable/contracts';
import { QuotesQueries } from '@roundtable/evaluations';
import { DataRequestQueries, DataRequestsService, OwnDataFile } from '@roundtable/people';
import { type ActingRequest, type Actor, CurrentActor, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { Fields, FormFields, QueryFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { type YourDataFacts, readDataRequest, yourDataPage } from './your-data.presenter';

const TEMPLATE = 'my-training/your-data.njk';

@ApiExcludeController()
@Controller()
export class YourDataController {
  constructor(
    private readonly pages: SitePages,
    private readonly file: OwnDataFile,
    private readonly requests: DataRequestsService,
    private readonly queries: DataRequestQueries,
    private readonly quotes: QuotesQueries,
  ) {}

  @Get(paths.yourData)
  @Permit('own-data.read')
  async show(
    @CurrentActor() actor: Actor,
    @QueryFields() query: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const done = query.oneOf('done', ['sent', 'not-quoted']);
    this.pages.page(reply, request, TEMPLATE, yourDataPage({ ...(await this.own(actor)), done }));
  }

  @Get(paths.yourDataFile)
  @Permit('own-data.read')
  async download(
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { name, content } = await this.file.of(actor);
    void reply.header('cache-control', 'no-store');
    return new StreamableFile(content, { type: 'application/zip', disposition: `attachment; filename="${name}"` });
  }

  @Post(paths.yourData)
  @Permit('own-data.request')
  async ask(
    @CurrentActor() actor: Actor,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { wanted, errors } = readDataRequest(given);
    if (!wanted)
      return this.pages.page(
        reply,
        request,
        TEMPLATE,
        yourDataPage({ ...(await this.own(actor)), given, errors }),
        422,
      );
    await this.requests.ask(actor, wanted);
    this.pages.redirect(reply, `${paths.yourData}?done=sent`);
  }

  private async own(actor: Actor): Promise<Pick<YourDataFacts, 'requests' | 'consents'>> {
    return { requests: await this.queries.own(actor), consents: await this.quotes.ownConsents(actor) };
  }
}
