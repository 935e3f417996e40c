import { ApiProperty } from '@nestjs/swagger';
import { type CourseTerms, FEE_TYPES, type Fee } from '@roundtable/contracts';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { EVERY_FEE_TYPE } from './course-fee.entity';

export const KNOWN_FEE_TYPES: string[] = [...FEE_TYPES, EVERY_FEE_TYPE];
/** The most working days that a term may count. */
export const MOST_WORKING_DAYS = 60;
const isGiven = (_: unknown, value: unknown): boolean => value !== undefined;

export class FeeDto implements Fee {
  @ApiProperty({ enum: KNOWN_FEE_TYPES, description: '* is for every fee type without a fee of its own' })
  @IsIn(KNOWN_FEE_TYPES, { message: `The fee type must be one of ${KNOWN_FEE_TYPES.join(', ')}` })
  feeType: string;

  @ApiProperty({ description: 'In pence' })
  @Max(10_000_000, { message: 'The fee must be 10000000 pence or fewer' })
  @Min(0, { message: 'The fee must be 0 pence or more' })
  @IsInt({ message: 'The fee must be a whole number of pence' })
  pence: number;

  @ApiProperty({ required: false, nullable: true, description: 'For absence or cancelling too late, in pence' })
  @IsOptional()
  @Max(10_000_000, { message: 'The charge must be 10000000 pence or fewer' })
  @Min(0, { message: 'The charge must be 0 pence or more' })
  @IsInt({ message: 'The charge must be a whole number of pence' })
  chargePence?: number;
}

export class CourseTermsDto implements CourseTerms {
  @ApiProperty({ required: false, type: [FeeDto] })
  @ValidateIf(isGiven)
  @ValidateNested({ each: true, message: 'Each fee needs a fee type and pence' })
  @Type(() => FeeDto)
  @ArrayMaxSize(KNOWN_FEE_TYPES.length, { message: 'Give one fee for each fee type' })
  @IsArray({ message: 'The fees must be a list' })
  fees?: FeeDto[];

  @ApiProperty({ required: false, nullable: true, description: 'Empty is the default; 0 is until the start' })
  @IsOptional()
  @Max(MOST_WORKING_DAYS, { message: `Free cancellation must end ${MOST_WORKING_DAYS} working days before or later` })
  @Min(0, { message: 'Free cancellation must end 0 working days before or earlier' })
  @IsInt({ message: 'Give the working days as a whole number' })
  freeCancellationWorkingDays?: number;

  @ApiProperty({ required: false, nullable: true, description: 'What finance books charges under' })
  @IsOptional()
  @MaxLength(40, { message: 'The cost code must be 40 characters or fewer' })
  @IsString({ message: 'The cost code must be text' })
  costCode?: string;
}
