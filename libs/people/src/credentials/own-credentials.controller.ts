import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { MailedView } from '@roundtable/contracts';
import {
  type ActingRequest,
  type Actor,
  CONFIG,
  CarriedOutEachTime,
  type Config,
  CurrentActor,
  Permit,
} from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { fromRequest } from '../sign-in/from-request';
import { setSignInCookie } from '../sign-in/sign-in-cookie';
import { EmailChangeDto, PasswordChangeDto, TokenDto } from './credentials.dto';
import { OwnCredentials } from './own-credentials.service';

@Controller('api/me')
export class OwnCredentialsController {
  constructor(
    private readonly own: OwnCredentials,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('password')
  @HttpCode(204)
  @CarriedOutEachTime()
  @Permit('me.secure')
  async changePassword(
    @CurrentActor() actor: Actor,
    @Body() wanted: PasswordChangeDto,
    @Req() request: ActingRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { secret } = await this.own.changePassword(actor, wanted, fromRequest(request));
    setSignInCookie(reply, this.config, secret);
  }

  @Post('email')
  @HttpCode(202)
  @CarriedOutEachTime()
  @Permit('me.secure')
  changeAddress(@CurrentActor() actor: Actor, @Body() wanted: EmailChangeDto): Promise<MailedView> {
    return this.own.changeAddress(actor, wanted);
  }

  /** Whoever reads the new mailbox confirms, on any device, signed in or not. */
  @Post('email/confirmation')
  @HttpCode(200)
  @CarriedOutEachTime()
  @Permit('public')
  confirmAddress(@Body() given: TokenDto): Promise<MailedView> {
    return this.own.confirmAddress(given.token);
  }
}
