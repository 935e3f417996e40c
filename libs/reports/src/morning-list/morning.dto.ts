import { ApiProperty } from '@nestjs/swagger';
import type { MailChoice, MorningSettings } from '@roundtable/contracts';
import { IsBoolean, IsInt, IsOptional, Max, Min } from 'class-validator';

export class MorningMailDto implements MailChoice {
  @ApiProperty({ description: 'Whether the list comes by mail every working day' })
  @IsBoolean({ message: 'Say true or false' })
  wanted: boolean;
}

export class MorningSettingsDto implements Partial<MorningSettings> {
  @ApiProperty({ required: false, description: 'Below this share of its places an event is far from full' })
  @IsOptional()
  @Max(100, { message: 'The share must be 100% or less' })
  @Min(1, { message: 'The share must be 1% or more' })
  @IsInt({ message: 'The share must be a whole number of per cent' })
  fullPercent?: number;

  @ApiProperty({ required: false, description: 'How many weeks ahead the list looks' })
  @IsOptional()
  @Max(26, { message: 'The list looks 26 weeks ahead at most' })
  @Min(1, { message: 'The list looks 1 week ahead at least' })
  @IsInt({ message: 'The weeks must be a whole number' })
  weeksAhead?: number;
}
