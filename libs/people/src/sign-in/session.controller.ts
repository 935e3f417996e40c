import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { MeView } from '@roundtable/contracts';
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
import { fromRequest } from './from-request';
import { SignInDto } from './sign-in.dto';
import { clearSignInCookie, setSignInCookie } from './sign-in-cookie';
import { SignInService, meView } from './sign-in.service';

@Controller('api')
export class SessionController {
  constructor(
    private readonly signIns: SignInService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('session')
  @HttpCode(200)
  @CarriedOutEachTime()
  @Permit('public')
  async signIn(
    @Body() wanted: SignInDto,
    @Req() request: ActingRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeView> {
    const { secret, me } = await this.signIns.signIn({ ...wanted, ...fromRequest(request) });
    setSignInCookie(reply, this.config, secret);
    return me;
  }

  @Delete('session')
  @HttpCode(204)
  @Permit('public')
  async signOut(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signIns.signOut(actor);
    clearSignInCookie(reply, this.config);
  }

  @Get('me')
  @Permit('me.read')
  me(@CurrentActor() actor: Actor): MeView {
    return meView(actor);
  }
}
