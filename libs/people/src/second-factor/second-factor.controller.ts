import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { RecoveryCodesView, SecondFactorSetUp, SecondFactorView } from '@roundtable/contracts';
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
import { OwnSecondFactor } from './own-second-factor.service';
import { SecondFactorBeginDto, SecondFactorCodeDto, SecondFactorRemovalDto } from './second-factor.dto';

/** The signed-in person's own second factor; what may be done first where nothing else may. */
@Controller('api/me/second-factor')
export class SecondFactorController {
  constructor(
    private readonly own: OwnSecondFactor,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Permit('me.second-factor')
  view(@CurrentActor() actor: Actor): Promise<SecondFactorView> {
    return this.own.view(actor);
  }

  @Post()
  @HttpCode(200)
  @CarriedOutEachTime()
  @Permit('me.second-factor')
  begin(@CurrentActor() actor: Actor, @Body() given: SecondFactorBeginDto): Promise<SecondFactorSetUp> {
    return this.own.begin(actor, given.password ?? '');
  }

  @Post('confirmation')
  @HttpCode(200)
  @CarriedOutEachTime()
  @Permit('me.second-factor')
  async confirm(
    @CurrentActor() actor: Actor,
    @Body() given: SecondFactorCodeDto,
    @Req() request: ActingRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecoveryCodesView> {
    const { secret, recoveryCodes } = await this.own.confirm(actor, given.code, fromRequest(request));
    setSignInCookie(reply, this.config, secret);
    return { recoveryCodes };
  }

  @Post('recovery-codes')
  @HttpCode(200)
  @CarriedOutEachTime()
  @Permit('me.secure')
  async renewRecoveryCodes(
    @CurrentActor() actor: Actor,
    @Body() given: SecondFactorCodeDto,
  ): Promise<RecoveryCodesView> {
    return { recoveryCodes: await this.own.renewRecoveryCodes(actor, given.code) };
  }

  @Post('removal')
  @HttpCode(204)
  @CarriedOutEachTime()
  @Permit('me.secure')
  async remove(
    @CurrentActor() actor: Actor,
    @Body() given: SecondFactorRemovalDto,
    @Req() request: ActingRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { secret } = await this.own.remove(actor, given, fromRequest(request));
    setSignInCookie(reply, this.config, secret);
  }
}
