import { ApiProperty } from '@nestjs/swagger';
import type { AgendaItem } from '@roundtable/contracts';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';

const MOST_ITEMS = 100;

export class AgendaItemDto implements AgendaItem {
  @ApiProperty({ required: false, nullable: true, description: 'One of the event; left out where the item is of all' })
  @IsOptional()
  @IsString({ message: 'sessionId must be text' })
  sessionId: string | null = null;

  @ApiProperty({ description: 'On London clocks, such as 09:30' })
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'Enter the time, such as 09:30' })
  time: string;

  @ApiProperty()
  @MaxLength(200, { message: 'The item must be 200 characters or fewer' })
  @Matches(/\S/, { message: 'Enter what happens then' })
  item: string;

  @ApiProperty({ required: false, nullable: true })
  @IsOptional()
  @MaxLength(120, { message: 'The presenter must be 120 characters or fewer' })
  @IsString({ message: 'The presenter must be text' })
  presenter: string | null = null;
}

export class AgendaDto {
  @ApiProperty({ type: [AgendaItemDto] })
  @ValidateNested({ each: true, message: 'Each item needs a time and what happens then' })
  @Type(() => AgendaItemDto)
  @ArrayMaxSize(MOST_ITEMS, { message: `Give ${MOST_ITEMS} items or fewer` })
  @IsArray({ message: 'The items must be a list' })
  items: AgendaItemDto[];
}
