import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { RegisterView } from '@roundtable/contracts';
import { type Actor, CurrentActor, Permit } from '@roundtable/platform';
import { RegisterEntriesDto } from './register.dto';
import { RegisterService } from './register.service';

@Controller('api/events/:id/register')
export class RegisterController {
  constructor(private readonly register: RegisterService) {}

  @Get()
  @Permit('register.read')
  read(@CurrentActor() actor: Actor, @Param('id') eventId: string): Promise<RegisterView> {
    return this.register.of(actor, eventId);
  }

  @Put()
  @Permit('register.write')
  async mark(
    @CurrentActor() actor: Actor,
    @Param('id') eventId: string,
    @Body() { entries }: RegisterEntriesDto,
  ): Promise<RegisterView> {
    await this.register.mark(actor, eventId, entries);
    return this.register.of(actor, eventId);
  }

  @Post('closure')
  @HttpCode(200)
  @Permit('register.close')
  async close(@CurrentActor() actor: Actor, @Param('id') eventId: string): Promise<RegisterView> {
    await this.register.close(actor, eventId);
    return this.register.of(actor, eventId);
  }
}
