import { ApiProperty } from '@nestjs/swagger';
import type { EventPlan } from '@roundtable/contracts';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsISO8601,
  IsOptional,
  IsString,
  Matches,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

const INSTANT = /^20\d\d-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

export class PlannedSessionDto {
  @ApiProperty({ format: 'date-time' })
  @IsISO8601({ strict: true }, { message: 'Enter the start as a date and time in UTC, such as 2026-05-22T08:30:00Z' })
  @Matches(INSTANT, { message: 'Enter the start as a date and time in UTC, such as 2026-05-22T08:30:00Z' })
  startsAt: string;

  @ApiProperty({ format: 'date-time' })
  @IsISO8601({ strict: true }, { message: 'Enter the end as a date and time in UTC, such as 2026-05-22T11:30:00Z' })
  @Matches(INSTANT, { message: 'Enter the end as a date and time in UTC, such as 2026-05-22T11:30:00Z' })
  endsAt: string;
}

export class EventPlanDto implements EventPlan {
  @ApiProperty({ required: false, description: 'The event that is changed, which does not clash with itself' })
  @ValidateIf((_, value: unknown) => value !== undefined)
  @IsString({ message: 'eventId must be text' })
  eventId?: string;

  @ApiProperty({ required: false, nullable: true })
  @IsOptional()
  @IsString({ message: 'The venue must be named by its id' })
  venueId?: string | null;

  @ApiProperty({ required: false, type: [String] })
  @ValidateIf((_, value: unknown) => value !== undefined)
  @IsString({ each: true, message: 'Each trainer must be named by its id' })
  @ArrayMaxSize(50, { message: 'Name 50 trainers or fewer' })
  @IsArray({ message: 'The trainers must be a list' })
  trainerIds?: string[];

  @ApiProperty({ type: [PlannedSessionDto] })
  @ValidateNested({ each: true, message: 'Each session needs a start and an end' })
  @Type(() => PlannedSessionDto)
  @ArrayMaxSize(60, { message: 'Add 60 sessions or fewer' })
  @IsArray({ message: 'The sessions must be a list' })
  sessions: PlannedSessionDto[];
}
