import { Controller, Inject, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { paths } from '@roundtable/contracts';
import { SignInService, clearSignInCookie } from '@roundtable/people';
import { type Actor, CONFIG, type Config, CurrentActor, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { SitePages } from '../frame/site-pages';

@ApiExcludeController()
@Controller()
export class SignOutController {
  constructor(
    private readonly pages: SitePages,
    private readonly signIns: SignInService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post(paths.signOut)
  @Permit('public')
  async signOut(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await this.signIns.signOut(actor);
    clearSignInCookie(reply, this.config);
    this.pages.redirect(reply, paths.home);
  }
}
