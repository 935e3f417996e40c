import { Body, Controller, Get, Patch } from '@nestjs/common';
import type { RetentionPreviewView, RetentionRuleView } from '@roundtable/contracts';
import { type Actor, CurrentActor, Permit } from '../http';
import { RetentionChangeDto } from './retention.dto';
import { Retention } from './retention.service';

/** What is kept, and for how long. */
@Controller('api/retention')
export class RetentionController {
  constructor(private readonly retention: Retention) {}

  @Get()
  @Permit('retention.read')
  list(): Promise<RetentionRuleView[]> {
    return this.retention.list();
  }

  @Patch()
  @Permit('retention.write')
  change(@CurrentActor() actor: Actor, @Body() { periods }: RetentionChangeDto): Promise<RetentionRuleView[]> {
    return this.retention.change(actor, periods);
  }

  @Get('preview')
  @Permit('retention.read')
  preview(): Promise<RetentionPreviewView[]> {
    return this.retention.preview();
  }
}
