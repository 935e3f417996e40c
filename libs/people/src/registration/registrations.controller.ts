import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import type { MailedView } from '@roundtable/contracts';
import { CarriedOutEachTime, Permit, invalid } from '@roundtable/platform';
import type { FastifyRequest } from 'fastify';
import { ConfirmingService } from './confirming.service';
import { MailedProofDto, NewRegistrationDto } from './registration.dto';
import { RegistrationsService } from './registrations.service';

@Controller('api/registrations')
export class RegistrationsController {
  constructor(
    private readonly registrations: RegistrationsService,
    private readonly confirming: ConfirmingService,
  ) {}

  @Post()
  @HttpCode(202)
  @CarriedOutEachTime()
  @Permit('public')
  async register(@Body() wanted: NewRegistrationDto, @Req() request: FastifyRequest): Promise<MailedView> {
    const { email } = await this.registrations.ask(wanted, { address: request.ip });
    return { email };
  }

  @Post('confirmation')
  @HttpCode(200)
  @CarriedOutEachTime()
  @Permit('public')
  confirm(@Body() given: MailedProofDto, @Req() request: FastifyRequest): Promise<MailedView> {
    const { token, email, code } = given;
    if (token) return this.confirming.byLink(token);
    if (email && code) return this.confirming.byCode({ email }, code, { address: request.ip });
    throw invalid({ token: 'Give the token of the link, or the email address and the code' });
  }
}
