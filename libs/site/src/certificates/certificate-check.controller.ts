import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { paths } from '@roundtable/contracts';
import { CertificatesService } from '@roundtable/evaluations';
import { type ActingRequest, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { SitePages } from '../frame/site-pages';
import { certificateCheckPage } from './certificate-check.presenter';

/** Whether a certificate is real, for whoever holds its code. */
@ApiExcludeController()
@Controller()
export class CertificateCheckController {
  constructor(
    private readonly pages: SitePages,
    private readonly certificates: CertificatesService,
  ) {}

  @Get(paths.certificateCheck({ code: ':code' }))
  @Permit('certificates.check')
  async check(@Param('code') code: string, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    const certificate = await this.certificates.check(code);
    this.pages.page(reply, request, 'certificates/certificate-check.njk', certificateCheckPage(certificate));
  }
}
