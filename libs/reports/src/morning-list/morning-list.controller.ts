import { Body, Controller, Get, Patch } from '@nestjs/common';
import type { MorningListView, MorningSettings } from '@roundtable/contracts';
import { type Actor, CurrentActor, Permit } from '@roundtable/platform';
import { MorningListService } from './morning-list.service';
import { MorningSettingsDto } from './morning.dto';

@Controller('api/morning-list')
export class MorningListController {
  constructor(private readonly morning: MorningListService) {}

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
}
