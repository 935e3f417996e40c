import { Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import type { AnsweringRoomView } from '@roundtable/contracts';
import { type Actor, CurrentActor, Permit } from '@roundtable/platform';
import { AnsweringRoomsService } from './answering-rooms.service';

/** Where the people at an event answer, as the office and its trainers see it. */
@Controller('api/events/:id/answering-room')
export class AnsweringRoomController {
  constructor(private readonly rooms: AnsweringRoomsService) {}

  @Get()
  @Header('cache-control', 'no-store')
  @Permit('evaluations.room')
  of(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<AnsweringRoomView> {
    return this.rooms.of(actor, id);
  }

  @Post()
  @HttpCode(200)
  @Permit('evaluations.room')
  async prepare(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<AnsweringRoomView> {
    await this.rooms.prepare(actor, id);
    return this.rooms.of(actor, id);
  }

  @Post('opening')
  @HttpCode(200)
  @Permit('evaluations.room')
  async open(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<AnsweringRoomView> {
    await this.rooms.open(actor, id);
    return this.rooms.of(actor, id);
  }
}
