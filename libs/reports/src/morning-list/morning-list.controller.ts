import { Body, Controller, Get, Patch } from '@nestjs/common';
import type { MailChoice, MorningListView, MorningSettings } from '@roundtable/contracts';
import { MailChoices } from '@roundtable/people';
import { type Actor, CurrentActor, Permit } from '@roundtable/platform';
import { MorningListService } from './morning-list.service';
import { MorningMailDto, MorningSettingsDto } from './morning.dto';

@Controller('api/morning-list')
export class MorningListController {
  constructor(
    private readonly morning: MorningListService,
    private readonly choices: MailChoices,
  ) {}

  @Get()
  @Permit('morning-list.read')
  list(@CurrentActor() actor: Actor): Promise<MorningListView> {
    return this.morning.of(actor);
  }

  @Patch('settings')
  @Permit('morning-list.settings')
  change(@CurrentActor() actor: Actor, @Body() wanted: MorningSettingsDto): Promise<MorningSettings> {
    return this.morning.change(actor, wanted);
  }

  @Get('mail')
  @Permit('morning-list.mail')
  async mail(@CurrentActor() actor: Actor): Promise<MailChoice> {
    return { wanted: await this.choices.isWanted(actor, 'morning-list') };
  }

  @Patch('mail')
  @Permit('morning-list.mail')
  async chooseMail(@CurrentActor() actor: Actor, @Body() { wanted }: MorningMailDto): Promise<MailChoice> {
    await this.choices.choose(actor, 'morning-list', wanted);
    return { wanted };
  }
}
