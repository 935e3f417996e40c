import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { paths } from '@roundtable/contracts';
import { CertificatesService } from '@roundtable/evaluations';
import { type Actor, CurrentActor, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { OwnBookings } from '../my-training/own-bookings.service';

/** One's own certificate, to download. */
@ApiExcludeController()
@Controller()
export class CertificateController {
  constructor(
    private readonly own: OwnBookings,
    private readonly certificates: CertificatesService,
  ) {}

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
