import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import type { MailedView } from '@roundtable/contracts';
import { CarriedOutEachTime, Permit } from '@roundtable/platform';
import type { FastifyRequest } from 'fastify';
import { MailToDto } from '../sign-in/sign-in.dto';
import { PasswordResetConfirmationDto } from './credentials.dto';
import { PasswordResets } from './password-resets.service';

@Controller('api/password-resets')
export class PasswordResetsController {
  constructor(private readonly resets: PasswordResets) {}

  @Post()
  @HttpCode(202)
  @CarriedOutEachTime()
  @Permit('public')
  ask(@Body() wanted: MailToDto, @Req() request: FastifyRequest): Promise<MailedView> {
    return this.resets.ask(wanted.email, { address: request.ip });
  }

  @Post('confirmation')
  @HttpCode(204)
  @CarriedOutEachTime()
  @Permit('public')
  choose(@Body() given: PasswordResetConfirmationDto, @Req() request: FastifyRequest): Promise<void> {
    return this.resets.choose(given.token, given.password, { address: request.ip });
  }
}
