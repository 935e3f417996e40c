import { ApiProperty } from '@nestjs/swagger';
import type { RegisterEntry } from '@roundtable/contracts';
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
  ValidateNested,
} from 'class-validator';

export class RegisterEntryDto implements RegisterEntry {
  @ApiProperty()
  @IsString({ message: 'bookingId must be text' })
  @MaxLength(36, { message: 'bookingId must be 36 characters or fewer' })
  bookingId: string;

  @ApiProperty({ required: false, description: 'Every session where it is left out' })
  @IsOptional()
  @IsString({ message: 'sessionId must be text' })
  @MaxLength(36, { message: 'sessionId must be 36 characters or fewer' })
  sessionId?: string;

  @ApiProperty({ enum: ['present', 'absent'] })
  @IsIn(['present', 'absent'], { message: 'attendance must be present or absent' })
  attendance: 'present' | 'absent';

  @ApiProperty({ required: false })
  @IsOptional()
  @IsInt({ message: 'minutes must be a whole number' })
  @Min(0, { message: 'minutes must be 0 or more' })
  @Max(1440, { message: 'minutes must be 1,440 or fewer' })
  minutes?: number;

  @ApiProperty({
    required: false,
    description: 'A name of your own for this mark, so that it can be sent again without harm',
  })
  @IsOptional()
  @IsString({ message: 'markId must be text' })
  @MaxLength(100, { message: 'markId must be 100 characters or fewer' })
  markId?: string;
}

export class RegisterEntriesDto {
  @ApiProperty({ type: [RegisterEntryDto] })
  @IsArray({ message: 'entries must be a list' })
  @ArrayMaxSize(2000, { message: 'Send 2,000 entries or fewer at a time' })
  @ValidateNested({ each: true })
  @Type(() => RegisterEntryDto)
  entries: RegisterEntryDto[];
}
