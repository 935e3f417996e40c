import { Body, Controller, Get, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import type { RegisterView, WalkInView } from '@roundtable/contracts';
import { type Actor, CurrentActor, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { RegisterEntriesDto } from './register.dto';
import { RegisterService } from './register.service';
import { NewWalkInDto } from './walk-ins/walk-in.dto';
import { WalkInsService } from './walk-ins/walk-ins.service';

@Controller('api/events/:id')
export class RegisterController {
  constructor(
    private readonly register: RegisterService,
    private readonly walkIns: WalkInsService,
  ) {}

  @Get('register')
  @Permit('register.read')
  read(@CurrentActor() actor: Actor, @Param('id') eventId: string): Promise<RegisterView> {
    return this.register.of(actor, eventId);
  }

  @Put('register')
  @Permit('register.write')
  async mark(
    @CurrentActor() actor: Actor,
    @Param('id') eventId: string,
    @Body() { entries }: RegisterEntriesDto,
  ): Promise<RegisterView> {
    await this.register.mark(actor, eventId, entries);
    return this.register.of(actor, eventId);
  }

  @Post('walk-ins')
  @Permit('register.write')
  async enter(
    @CurrentActor() actor: Actor,
    @Param('id') eventId: string,
    @Body() wanted: NewWalkInDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WalkInView> {
    const { isNew, ...entered } = await this.walkIns.enter(actor, eventId, wanted);
    void reply.code(isNew ? 201 : 200);
    return entered;
  }

  @Post('register/closure')
  @HttpCode(200)
  @Permit('register.close')
  async close(@CurrentActor() actor: Actor, @Param('id') eventId: string): Promise<RegisterView> {
    await this.register.close(actor, eventId);
    return this.register.of(actor, eventId);
  }
}
