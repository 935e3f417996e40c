import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import type { CertificateCheckView } from '@roundtable/contracts';
import { type Actor, CurrentActor, Permit } from '@roundtable/platform';
import { CertificatesService } from './certificates.service';

const PDF = { type: 'application/pdf', disposition: 'attachment; filename="certificate.pdf"' };

@Controller('api')
export class CertificatesController {
  constructor(private readonly certificates: CertificatesService) {}

  @Get('bookings/:id/certificate.pdf')
  @Header('cache-control', 'no-store')
  @Permit('certificates.read')
  async pdf(@CurrentActor() actor: Actor, @Param('id') bookingId: string): Promise<StreamableFile> {
    return new StreamableFile(await this.certificates.pdf(actor, bookingId), PDF);
  }

  @Get('certificates/:code')
  @Permit('certificates.check')
  check(@Param('code') code: string): Promise<CertificateCheckView> {
    return this.certificates.check(code);
  }
}
