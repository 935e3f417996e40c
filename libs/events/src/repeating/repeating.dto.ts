import { ApiProperty } from '@nestjs/swagger';
import { type Duplication, REPEAT_EVERY, type RepeatEvery, type Repetition } from '@roundtable/contracts';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsISO8601,
  IsIn,
  IsInt,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { SessionDto } from '../event.dto';
import { INSTANT } from '../terms/event-terms.dto';
import { MOST_TIMES } from './repetition-rules';

const DAY = /^20\d\d-\d\d-\d\d$/;
const startMessage = { message: 'Enter the start as a date and time in UTC, such as 2026-05-22T08:30:00Z' };
const dayMessage = { message: 'Enter the last day as a date such as 2026-07-17' };

export class DuplicationDto implements Duplication {
  @ApiProperty({ required: false, format: 'date-time', description: 'When the first session starts' })
  @IsOptional()
  @IsISO8601({ strict: true }, startMessage)
  @Matches(INSTANT, startMessage)
  startsAt?: string;

  @ApiProperty({ required: false, type: [SessionDto] })
  @IsOptional()
  @ValidateNested({ each: true, message: 'Each session needs a start and an end' })
  @Type(() => SessionDto)
  @ArrayMaxSize(60, { message: 'Add 60 sessions or fewer' })
  @ArrayMinSize(1, { message: 'Add at least one session' })
  @IsArray({ message: 'The sessions must be a list' })
  sessions?: SessionDto[];
}

export class RepetitionDto implements Repetition {
  @ApiProperty({ enum: REPEAT_EVERY })
  @IsIn(REPEAT_EVERY, { message: `Repeat every ${REPEAT_EVERY.join(', ')}` })
  every: RepeatEvery;

  @ApiProperty({ required: false, description: 'How many events to make' })
  @IsOptional()
  @Max(MOST_TIMES, { message: `Repeat it ${MOST_TIMES} times or fewer` })
  @Min(1, { message: 'Repeat it at least once' })
  @IsInt({ message: 'Enter how many times as a whole number' })
  times?: number;

  @ApiProperty({ required: false, format: 'date', description: 'The last London date that an event may start on' })
  @IsOptional()
  @IsISO8601({ strict: true }, dayMessage)
  @Matches(DAY, dayMessage)
  until?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsBoolean({ message: 'Say true or false to whether school holidays are skipped' })
  skipSchoolHolidays?: boolean;
}

export class RepetitionQuery {
  @ApiProperty({ required: false, enum: ['true', 'false'], description: 'Answers the dates and makes nothing' })
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'dryRun must be true or false' })
  dryRun?: string;
}
