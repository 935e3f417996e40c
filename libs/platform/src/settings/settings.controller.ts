import { Body, Controller, Get, Patch } from '@nestjs/common';
import type { SettingView } from '@roundtable/contracts';
import { type Actor, CurrentActor, Permit } from '../http';
import { DeclaredSettings } from './declared-settings.service';
import { SettingsChangeDto } from './settings.dto';

/** What staff may set. */
@Controller('api/settings')
export class SettingsController {
  constructor(private readonly settings: DeclaredSettings) {}

  @Get()
  @Permit('settings.read')
  list(@CurrentActor() actor: Actor): Promise<SettingView[]> {
    return this.settings.list(actor);
  }

  @Patch()
  @Permit('settings.write')
  change(@CurrentActor() actor: Actor, @Body() { settings }: SettingsChangeDto): Promise<SettingView[]> {
    return this.settings.change(actor, settings);
  }
}
