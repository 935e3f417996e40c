import { ApiProperty } from '@nestjs/swagger';
import type { DaysOffChange, NewDaysOff } from '@roundtable/contracts';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsISO8601,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { ListQuery } from '../http';

const DAY = /^20\d\d-\d\d-\d\d$/;
const isGiven = (_: unknown, value: unknown): boolean => value !== undefined;

export class NewDaysOffDto implements NewDaysOff {
  @ApiProperty({ maxLength: 100 })
  @IsString({ message: 'Enter what these days are' })
  @Matches(/\S/, { message: 'Enter what these days are' })
  @MaxLength(100, { message: 'The name must be 100 characters or fewer' })
  name: string;

  @ApiProperty({ format: 'date', description: 'London date of the first day' })
  @IsISO8601({ strict: true }, { message: 'Enter the first day as a date such as 2026-12-24' })
  @Matches(DAY, { message: 'Enter the first day as a date such as 2026-12-24' })
  from: string;

  @ApiProperty({
    required: false,
    format: 'date',
    description: 'London date of the last day; the first where left out',
  })
  @IsOptional()
  @IsISO8601({ strict: true }, { message: 'Enter the last day as a date such as 2026-12-31' })
  @Matches(DAY, { message: 'Enter the last day as a date such as 2026-12-31' })
  to?: string;
}

export class DaysOffChangeDto implements DaysOffChange {
  @ApiProperty({ required: false, maxLength: 100 })
  @ValidateIf(isGiven)
  @IsString({ message: 'Enter what these days are' })
  @Matches(/\S/, { message: 'Enter what these days are' })
  @MaxLength(100, { message: 'The name must be 100 characters or fewer' })
  name?: string;

  @ApiProperty({ required: false, format: 'date' })
  @ValidateIf(isGiven)
  @IsISO8601({ strict: true }, { message: 'Enter the first day as a date such as 2026-12-24' })
  @Matches(DAY, { message: 'Enter the first day as a date such as 2026-12-24' })
  from?: string;

  @ApiProperty({ required: false, format: 'date' })
  @ValidateIf(isGiven)
  @IsISO8601({ strict: true }, { message: 'Enter the last day as a date such as 2026-12-31' })
  @Matches(DAY, { message: 'Enter the last day as a date such as 2026-12-31' })
  to?: string;
}

export class DaysOffListQuery extends ListQuery {}

export class DaysQuery {
  @ApiProperty({ type: [String], description: 'London dates; may be repeated' })
  @Transform(({ value }: { value: unknown }) => (value === undefined || Array.isArray(value) ? value : [value]))
  @ArrayMinSize(1, { message: 'Name at least one date' })
  @ArrayMaxSize(60, { message: 'Name 60 dates or fewer' })
  @IsISO8601({ strict: true }, { each: true, message: 'A date must be a day that exists, such as 2026-05-22' })
  @Matches(DAY, { each: true, message: 'A date must be a day such as 2026-05-22' })
  date: string[];
}
