import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { MailedView, MeView } from '@roundtable/contracts';
import { type ActingRequest, CONFIG, CarriedOutEachTime, type Config, Permit, invalid } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { fromRequest } from './from-request';
import { setSignInCookie } from './sign-in-cookie';
import { SignInLinks } from './sign-in-links.service';
import { MailToDto, SignInLinkConfirmationDto } from './sign-in.dto';
import type { SignedIn } from './sign-in.service';

@Controller('api/session/link')
export class SignInLinksController {
  constructor(
    private readonly links: SignInLinks,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post()
  @HttpCode(202)
  @CarriedOutEachTime()
  @Permit('public')
  async ask(@Body() wanted: MailToDto, @Req() request: ActingRequest): Promise<MailedView> {
    const { email } = await this.links.ask(wanted.email, fromRequest(request));
    return { email };
  }

  @Post('confirmation')
  @HttpCode(200)
  @CarriedOutEachTime()
  @Permit('public')
  async signIn(
    @Body() given: SignInLinkConfirmationDto,
    @Req() request: ActingRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeView> {
    const { secret, me } = await this.signedIn(given, request);
    setSignInCookie(reply, this.config, secret);
    return me;
  }

  private signedIn(given: SignInLinkConfirmationDto, request: ActingRequest): Promise<SignedIn> {
    const { token, email, code, authenticatorCode } = given;
    const from = fromRequest(request);
    if (token) return this.links.signInByLink(token, authenticatorCode, from);
    if (email && code) return this.links.signInByCode({ email }, code, authenticatorCode, from);
    throw invalid({ token: 'Give the token of the link, or the email address and the code' });
  }
}
