import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { paths } from '@roundtable/contracts';
import {
  MailToDto,
  NewRegistrationDto,
  RegistrantDto,
  RegistrationChoices,
  RegistrationsService,
  looksShared,
} from '@roundtable/people';
import { type ActingRequest, type Actor, CurrentActor, Permit, invalid } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { refusedForm, shaped } from '../account/refused-form';
import { Fields, FormFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { ANOTHER, type Answers, NEW, STEPS, agencyOf, isAgencySettled, readAnswers } from './register.answers';
import { accountPage, addressPage, agencyPage, detailsPage } from './register.presenter';

const FORM = 'account/form.njk';

/** Registering, step by step: the address, who somebody is, which agency is meant, the password. Nothing is kept between. */
@ApiExcludeController()
@Controller()
export class RegisterController {
  constructor(
    private readonly pages: SitePages,
    private readonly registrations: RegistrationsService,
    private readonly choices: RegistrationChoices,
  ) {}

  @Get(paths.register)
  @Permit('public')
  ask(@CurrentActor() actor: Actor, @Req() request: ActingRequest, @Res() reply: FastifyReply): void {
    if (actor.personId !== null) return this.pages.redirect(reply, paths.account);
    this.pages.page(reply, request, FORM, addressPage(readAnswers(Fields.ofForm({})), false));
  }

  @Post(paths.register)
  @Permit('public')
  async step(@FormFields() given: Fields, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    const show = (model: ReturnType<typeof addressPage>, status = 200): void =>
      this.pages.page(reply, request, FORM, model, status);
    const answers = readAnswers(given);
    const step = given.oneOf('step', STEPS) ?? 'address';
    const wrongAddress = await this.addressErrors(answers);
    if (wrongAddress) return show(addressPage(answers, looksShared(answers.email), wrongAddress), 422);
    const proposed = await this.choices.proposedFor(answers.email);
    if (step === 'address' || step === 'change') return show(detailsPage(answers, proposed));
    const settled = await this.settled({ ...answers, agency: proposed.length ? answers.agency : ANOTHER }, step);
    const wrongDetails = await this.detailsErrors(settled);
    if (wrongDetails) return show(detailsPage(settled, proposed, wrongDetails), 422);
    const wrongAgency = step === 'details' ? {} : agencyErrors(settled);
    if (!isAgencySettled(settled)) {
      const like = await this.choices.likeName(settled.agencyName);
      const model = agencyPage(settled, like, await this.choices.sectorNames(), wrongAgency);
      return show(model, model.errors ? 422 : 200);
    }
    const asksForManager = await this.registrations.asksForManager(agencyOf(settled));
    if (step !== 'account') return show(accountPage(settled, asksForManager));
    try {
      const reference = await this.register(settled, given.exactly('password'), request);
      this.pages.redirect(reply, `${paths.registerCode}?mail=${reference}`);
    } catch (error) {
      const refused = refusedForm(error, 'password', { fields: ['managerName', 'managerEmail', 'password'] });
      show(accountPage(settled, asksForManager, refused.errors), refused.status);
    }
  }

  /** A name that was typed and is exactly one agency's means that agency; one that was typed anew is looked up anew. */
  private async settled(answers: Answers, step: string): Promise<Answers> {
    if (step !== 'details' || answers.agency !== ANOTHER) return answers;
    const like = await this.choices.likeName(answers.agencyName);
    const isExact = like.length === 1 && sameName(like[0]?.name ?? '', answers.agencyName);
    return { ...answers, agencyMatch: isExact ? (like[0]?.id ?? '') : '', sector: '' };
  }

  private async register(answers: Answers, password: string, request: ActingRequest): Promise<string> {
    const { email, ownAddress, name, jobRole, area, managerName, managerEmail } = answers;
    const wanted = await shaped(NewRegistrationDto, {
      ...agencyOf(answers),
      ...{ email, name, jobRole, area, password },
      ...(ownAddress && { isOwnAddress: ownAddress === 'yes' }),
      ...(managerName && { managerName }),
      ...(managerEmail && { managerEmail }),
    });
    return (await this.registrations.ask(wanted, { address: request.ip })).reference;
  }

  private async addressErrors({ email, ownAddress }: Answers): Promise<Record<string, string> | null> {
    try {
      await shaped(MailToDto, { email });
      if (!looksShared(email) || ownAddress === 'yes') return null;
      throw invalid({
        ownAddress: ownAddress
          ? 'Use an address that only you read, and enter it above'
          : 'Say whether this address is yours alone',
      });
    } catch (error) {
      return refusedForm(error, 'email', { fields: ['email', 'ownAddress'] }).errors;
    }
  }

  private async detailsErrors(answers: Answers): Promise<Record<string, string> | null> {
    const { name, jobRole, area, agency, agencyName } = answers;
    let errors: Record<string, string> = {};
    try {
      await shaped(RegistrantDto, { name, jobRole, area, ...agencyOf(answers) });
    } catch (error) {
      const { agency: wrongName, ...others } = refusedForm(error, 'name', {
        fields: ['name', 'jobRole', 'agency', 'area'],
      }).errors;
      errors = { ...others, ...(wrongName && { agencyName: wrongName }) };
    }
    const all = { ...errors, ...noAgency(agency, agencyName) };
    return Object.keys(all).length > 0 ? all : null;
  }
}

function noAgency(agency: string, agencyName: string): Record<string, string> {
  if (agency === '') return { agency: 'Choose your agency' };
  return agency === ANOTHER && agencyName === '' ? { agencyName: 'Enter the name of your agency' } : {};
}

function agencyErrors({ agency, agencyMatch, sector }: Answers): Record<string, string> {
  if (agency !== ANOTHER) return {};
  if (agencyMatch === '') return { agencyMatch: 'Choose your agency, or that it is none of these' };
  return agencyMatch === NEW && sector === '' ? { sector: 'Choose what kind of agency it is' } : {};
}

function sameName(one: string, other: string): boolean {
  return one.localeCompare(other.replace(/\s+/g, ' '), 'en', { sensitivity: 'base' }) === 0;
}
