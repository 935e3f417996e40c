import { Inject, Injectable } from '@nestjs/common';
import { paths } from '@roundtable/contracts';
import { type SignedIn, setSignInCookie } from '@roundtable/people';
import { type ActingRequest, CONFIG, type Config } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { SitePages } from '../frame/site-pages';
import { secondStepPage } from './sign-in.presenter';

/** What follows once somebody proved who they are: where they wanted to go, or the second step. */
@Injectable()
export class SignedInPages {
  constructor(
    private readonly pages: SitePages,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  goOn(reply: FastifyReply, request: ActingRequest, signedIn: SignedIn | { step: string }, returnTo: string): void {
    if ('step' in signedIn)
      return this.pages.page(reply, request, 'account/form.njk', secondStepPage(signedIn.step, returnTo));
    this.keep(reply, signedIn);
    this.pages.redirect(reply, signedIn.me.mustEnrol ? paths.secondFactor : returnTo || paths.myTraining);
  }

  /** Gives the browser its new sign-in. */
  keep(reply: FastifyReply, { secret }: SignedIn): void {
    setSignInCookie(reply, this.config, secret);
  }
}
