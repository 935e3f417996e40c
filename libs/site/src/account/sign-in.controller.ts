import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { paths } from '@roundtable/contracts';
import { SignInService, setSignInCookie } from '@roundtable/people';
import {
  type ActingRequest,
  type Actor,
  CONFIG,
  type Config,
  CurrentActor,
  Permit,
  Problem,
} from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { Fields, FormFields, QueryFields } from '../frame/fields';
import { localPath } from '../frame/local-path';
import { SitePages } from '../frame/site-pages';
import { type SignInTry, isRefusedTry, refusedErrors, signInErrors, signInPage } from './sign-in.presenter';

const TEMPLATE = 'account/sign-in.njk';

@ApiExcludeController()
@Controller()
export class SignInController {
  constructor(
    private readonly pages: SitePages,
    private readonly signIns: SignInService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(paths.signIn)
  @Permit('public')
  ask(
    @CurrentActor() actor: Actor,
    @QueryFields() query: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): void {
    const returnTo = localPath(query.text('returnTo'), '');
    if (actor.personId !== null) return this.pages.redirect(reply, returnTo || paths.myTraining);
    this.pages.page(reply, request, TEMPLATE, signInPage({ email: '', returnTo }));
  }

  @Post(paths.signIn)
  @Permit('public')
  async signIn(@FormFields() given: Fields, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    const wanted: SignInTry = {
      email: given.text('email'),
      password: given.exactly('password'),
      code: given.text('code').replace(/\s/g, ''),
      returnTo: localPath(given.text('returnTo'), ''),
    };
    const errors = signInErrors(wanted);
    if (errors)
      return this.pages.page(
        reply,
        request,
        TEMPLATE,
        signInPage(wanted, { errors, needsCode: given.has('code') }),
        422,
      );
    try {
      const { email, password, code } = wanted;
      const { secret } = await this.signIns.signIn({ email, password, ...(code && { code }), address: request.ip });
      setSignInCookie(reply, this.config, secret);
    } catch (error) {
      if (!(error instanceof Problem) || !isRefusedTry(error.code)) throw error;
      const needsCode = error.code === 'people.code-needed';
      const refused = signInPage(wanted, { errors: refusedErrors(error.code, wanted.code !== ''), needsCode });
      return this.pages.page(reply, request, TEMPLATE, refused, error.status);
    }
    this.pages.redirect(reply, wanted.returnTo || paths.myTraining);
  }
}
