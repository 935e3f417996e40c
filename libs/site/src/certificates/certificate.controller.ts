import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { paths } from '@roundtable/contracts';
import { CertificatesService } from '@roundtable/evaluations';
import { type ActingRequest, type Actor, CurrentActor, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { SitePages } from '../frame/site-pages';
import { OwnBookings } from '../my-training/own-bookings.service';
import { certificatePage } from './certificate.presenter';

/** One's own certificate, to read and to download. */
@ApiExcludeController()
@Controller()
export class CertificateController {
  constructor(
    private readonly pages: SitePages,
    private readonly own: OwnBookings,
    private readonly certificates: CertificatesService,
  ) {}

  @Get(paths.certificatePage({ bookingId: ':bookingId' }))
  @Permit('certificates.read')
  async show(
    @CurrentActor() actor: Actor,
    @Param('bookingId') bookingId: string,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.own.one(actor, bookingId);
    const paper = await this.certificates.paper(actor, bookingId);
    this.pages.page(reply, request, 'certificates/certificate.njk', certificatePage(paper, bookingId));
  }

  @Get(paths.certificate({ bookingId: ':bookingId' }))
  @Permit('certificates.read')
  async download(
    @CurrentActor() actor: Actor,
    @Param('bookingId') bookingId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.own.one(actor, bookingId);
    const pdf = await this.certificates.pdf(actor, bookingId);
    void reply
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="certificate.pdf"')
      .type('application/pdf')
      .send(pdf);
  }
}
