import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

const LONGEST = 10_000;

export class RetentionPeriodDto {
  @ApiProperty({ description: 'The id of a rule, as GET answers it' })
  @IsString({ message: 'Name the rule' })
  @MaxLength(100, { message: 'Name the rule' })
  rule: string;

  @ApiProperty({ description: "In the rule's own unit" })
  @IsInt({ message: 'The period must be a whole number' })
  @Min(1, { message: 'The period must be 1 or more' })
  @Max(LONGEST, { message: `The period must be ${LONGEST} or less` })
  period: number;
}

export class RetentionChangeDto {
  @ApiProperty({ type: [RetentionPeriodDto] })
  @IsArray({ message: 'periods must be a list' })
  @ArrayMinSize(1, { message: 'Name at least one rule' })
  @ArrayMaxSize(100, { message: 'Name 100 rules or fewer' })
  @ValidateNested({ each: true })
  @Type(() => RetentionPeriodDto)
  periods: RetentionPeriodDto[];
}
