import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';

export class ProgrammeCalendarQuery {
  @ApiProperty({ required: false, description: 'The month, such as 2026-05; this month where it is left out' })
  @IsOptional()
  @Matches(/^20\d{2}-(0[1-9]|1[0-2])$/, { message: 'month must be a month such as 2026-05' })
  month?: string;
}

export class YearPlannerQuery {
  @ApiProperty({ required: false, description: 'The partnership year; the present one where it is left out' })
  @IsOptional()
  @Matches(/^20\d{2}-\d{2}$/, { message: 'year must be a partnership year such as 2026-27' })
  year?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @MaxLength(100, { message: 'topic must be 100 characters or fewer' })
  @IsString({ message: 'topic must be text' })
  topic?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @MaxLength(20, { message: 'level must be 20 characters or fewer' })
  @IsString({ message: 'level must be text' })
  level?: string;
}
