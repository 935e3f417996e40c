import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { type Actor, CurrentActor, Permit } from '@roundtable/platform';
import { IsString, MaxLength } from 'class-validator';
import { DemonstrationService, type DemonstrationView } from './demonstration.service';

export class ClockDto {
  @ApiProperty({ example: '+20 days' })
  @IsString({ message: 'Enter how far to move the clock, like +20 days' })
  @MaxLength(40, { message: 'Enter how far to move the clock, like +20 days' })
  offset: string;
}

@Controller('api/demonstration')
export class DemonstrationController {
  constructor(private readonly demonstration: DemonstrationService) {}

  @Get()
  @Permit('public')
  state(): DemonstrationView {
    return this.demonstration.view();
  }

  @Post('clock')
  @HttpCode(200)
  @Permit('demonstration.clock')
  async move(@CurrentActor() actor: Actor, @Body() { offset }: ClockDto): Promise<DemonstrationView> {
    await this.demonstration.moveClock(actor, offset);
    return this.demonstration.view();
  }
}
