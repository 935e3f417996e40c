import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { paths } from '@roundtable/contracts';
import { SignInService, fromRequest } from '@roundtable/people';
import { type ActingRequest, type Actor, CurrentActor, Permit, Problem } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { Fields, FormFields, QueryFields } from '../frame/fields';
import { localPath } from '../frame/local-path';
import { SitePages } from '../frame/site-pages';
import { refusedForm } from './refused-form';
import {
  REFUSED_CODE,
  REFUSED_SIGN_IN,
  SIGN_IN_MOMENTS,
  type SignInTry,
  secondStepPage,
  signInErrors,
  signInPage,
} from './sign-in.presenter';
import { SignedInPages } from './signed-in.service';

const FORM = 'account/form.njk';

/** Signing in with a password, then with the code of a second factor where one is on. */
@ApiExcludeController()
@Controller()
export class SignInController {
  constructor(
    private readonly pages: SitePages,
    private readonly signIns: SignInService,
    private readonly signedIn: SignedInPages,
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
    const moment = query.oneOf('done', SIGN_IN_MOMENTS);
    this.pages.page(reply, request, FORM, signInPage({ email: '', returnTo }, { moment }));
  }

  @Post(paths.signIn)
  @Permit('public')
  async signIn(@FormFields() given: Fields, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    if (given.has('step')) return this.finish(given, request, reply);
    const wanted: SignInTry = {
      email: given.text('email'),
      password: given.exactly('password'),
      returnTo: localPath(given.text('returnTo'), ''),
    };
    const errors = signInErrors(wanted);
    if (Object.keys(errors).length) return this.pages.page(reply, request, FORM, signInPage(wanted, { errors }), 422);
    try {
      const signedIn = await this.signIns.begin({ ...wanted, ...fromRequest(request) });
      this.signedIn.goOn(reply, request, signedIn, wanted.returnTo);
    } catch (error) {
      const refused = refusedForm(error, 'email', { fields: [], words: REFUSED_SIGN_IN });
      this.pages.page(reply, request, FORM, signInPage(wanted, refused), refused.status);
    }
  }

  private async finish(given: Fields, request: ActingRequest, reply: FastifyReply): Promise<void> {
    const step = given.text('step');
    const returnTo = localPath(given.text('returnTo'), '');
    const again = (errors: Record<string, string>, status: number): void =>
      this.pages.page(reply, request, FORM, secondStepPage(step, returnTo, errors), status);
    if (!given.has('code')) return again({ code: 'Enter the code' }, 422);
    try {
      const signedIn = await this.signIns.finish(step, given.text('code'), fromRequest(request));
      this.signedIn.goOn(reply, request, signedIn, returnTo);
    } catch (error) {
      if (error instanceof Problem && error.code === 'people.proof-refused') {
        const refused = refusedForm(error, 'email', { fields: [], words: REFUSED_SIGN_IN });
        return this.pages.page(reply, request, FORM, signInPage({ email: '', returnTo }, refused), refused.status);
      }
      const refused = refusedForm(error, 'code', { fields: [], words: REFUSED_CODE });
      again(refused.errors, refused.status);
    }
  }
}
