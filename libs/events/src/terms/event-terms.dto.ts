import { ApiProperty } from '@nestjs/swagger';
import type { EventTerms } from '@roundtable/contracts';
import { FeeDto, KNOWN_FEE_TYPES, MOST_WORKING_DAYS } from '@roundtable/courses';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsISO8601,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { MOST_PLACES } from '../event-rules';

const MOST_SECTORS = 50;
export const INSTANT = /^20\d\d-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;
const DAY = /^20\d\d-\d\d-\d\d$/;
const isGiven = (_: unknown, value: unknown): boolean => value !== undefined;
const dayMessage = { message: 'Enter the day as a date such as 2026-05-22' };
const instantMessage = (what: string) => ({
  message: `Enter when booking ${what} as a date and time in UTC, such as 2026-05-13T08:00:00Z`,
});

export class KeptPlacesDto {
  @ApiProperty()
  @MaxLength(100, { message: 'The sector must be 100 characters or fewer' })
  @Matches(/\S/, { message: 'Choose a sector' })
  sector: string;

  @ApiProperty()
  @Max(MOST_PLACES, { message: `The places kept must be ${MOST_PLACES} or fewer` })
  @Min(1, { message: 'The places kept must be 1 or more' })
  @IsInt({ message: 'The places kept must be a whole number' })
  places: number;

  @ApiProperty({ description: 'Days before the first session, from which on the places are open to everybody' })
  @Max(365, { message: 'Release the places 365 days before or later' })
  @Min(0, { message: 'Release the places 0 days before or earlier' })
  @IsInt({ message: 'Give the days before release as a whole number' })
  releaseDays: number;
}

export class ExpectedPeopleDto {
  @ApiProperty()
  @MaxLength(100, { message: 'The sector must be 100 characters or fewer' })
  @Matches(/\S/, { message: 'Choose a sector' })
  sector: string;

  @ApiProperty()
  @Max(MOST_PLACES, { message: `The people expected must be ${MOST_PLACES} or fewer` })
  @Min(1, { message: 'The people expected must be 1 or more' })
  @IsInt({ message: 'The people expected must be a whole number' })
  people: number;
}

/** On what terms places are given; null empties a term, and what is left out stays. */
export class EventTermsDto implements EventTerms {
  @ApiProperty({ required: false, type: [FeeDto] })
  @ValidateIf(isGiven)
  @ValidateNested({ each: true, message: 'Each fee needs a fee type and pence' })
  @Type(() => FeeDto)
  @ArrayMaxSize(KNOWN_FEE_TYPES.length, { message: 'Give one fee for each fee type' })
  @IsArray({ message: 'The fees must be a list' })
  fees?: FeeDto[];

  @ApiProperty({ required: false, type: [KeptPlacesDto] })
  @ValidateIf(isGiven)
  @ValidateNested({ each: true, message: 'Places are kept for a sector, in number, until some days before' })
  @Type(() => KeptPlacesDto)
  @ArrayMaxSize(MOST_SECTORS, { message: `Keep places for ${MOST_SECTORS} sectors or fewer` })
  @IsArray({ message: 'The places kept must be a list' })
  keptPlaces?: KeptPlacesDto[];

  @ApiProperty({ required: false, type: [ExpectedPeopleDto] })
  @ValidateIf(isGiven)
  @ValidateNested({ each: true, message: 'People are expected from a sector, in number' })
  @Type(() => ExpectedPeopleDto)
  @ArrayMaxSize(MOST_SECTORS, { message: `Expect people from ${MOST_SECTORS} sectors or fewer` })
  @IsArray({ message: 'The people expected must be a list' })
  expectedMix?: ExpectedPeopleDto[];

  @ApiProperty({ required: false, nullable: true })
  @IsOptional()
  @Max(MOST_PLACES, { message: `The most places for one agency must be ${MOST_PLACES} or fewer` })
  @Min(1, { message: 'The most places for one agency must be 1 or more' })
  @IsInt({ message: 'The most places for one agency must be a whole number' })
  agencyCap?: number;

  @ApiProperty({ required: false, nullable: true })
  @IsOptional()
  @Max(MOST_PLACES, { message: `The most places for one group must be ${MOST_PLACES} or fewer` })
  @Min(1, { message: 'The most places for one group must be 1 or more' })
  @IsInt({ message: 'The most places for one group must be a whole number' })
  groupCap?: number;

  @ApiProperty({ required: false, nullable: true, format: 'date-time' })
  @IsOptional()
  @IsISO8601({ strict: true }, instantMessage('opens'))
  @Matches(INSTANT, instantMessage('opens'))
  bookingOpensAt?: string;

  @ApiProperty({ required: false, nullable: true, format: 'date-time' })
  @IsOptional()
  @IsISO8601({ strict: true }, instantMessage('closes'))
  @Matches(INSTANT, instantMessage('closes'))
  bookingClosesAt?: string;

  @ApiProperty({ required: false, nullable: true, description: 'Working days before the first session, at 17:00' })
  @IsOptional()
  @Max(MOST_WORKING_DAYS, { message: `Booking must close ${MOST_WORKING_DAYS} working days before or later` })
  @Min(1, { message: 'Booking must close 1 working day before or earlier' })
  @IsInt({ message: 'Give the working days as a whole number' })
  bookingClosesWorkingDays?: number;

  @ApiProperty({ required: false, nullable: true, description: "The course's where it is empty; 0 is until the start" })
  @IsOptional()
  @Max(MOST_WORKING_DAYS, { message: `Free cancellation must end ${MOST_WORKING_DAYS} working days before or later` })
  @Min(0, { message: 'Free cancellation must end 0 working days before or earlier' })
  @IsInt({ message: 'Give the working days as a whole number' })
  freeCancellationWorkingDays?: number;

  @ApiProperty({
    required: false,
    nullable: true,
    description: 'What finance books charges under; as the course says where it is empty',
  })
  @IsOptional()
  @MaxLength(40, { message: 'The cost code must be 40 characters or fewer' })
  @IsString({ message: 'The cost code must be text' })
  costCode?: string;

  @ApiProperty({ required: false, nullable: true })
  @IsOptional()
  @Max(MOST_PLACES, { message: `The people needed must be ${MOST_PLACES} or fewer` })
  @Min(1, { message: 'The people needed must be 1 or more' })
  @IsInt({ message: 'The people needed must be a whole number' })
  minimumPlaces?: number;

  @ApiProperty({ required: false, nullable: true, format: 'date', description: 'London date' })
  @IsOptional()
  @IsISO8601({ strict: true }, dayMessage)
  @Matches(DAY, dayMessage)
  decideBy?: string;

  @ApiProperty({ required: false, nullable: true, description: 'What delegates should know beforehand' })
  @IsOptional()
  @MaxLength(2000, { message: 'The note must be 2000 characters or fewer' })
  @IsString({ message: 'The note must be text' })
  note?: string;

  @ApiProperty({ required: false, description: 'Without sessions, to collect interest' })
  @ValidateIf(isGiven)
  @IsBoolean({ message: 'Say true or false to whether the date is to be confirmed' })
  dateToBeConfirmed?: boolean;
}
