import { ApiProperty } from '@nestjs/swagger';
import { type NewPublishedReport, PUBLISHED_CUTS, type PublishedCut } from '@roundtable/contracts';
import { ListQuery } from '@roundtable/platform';
import { IsIn, IsISO8601, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

const DATE = /^(19|20)\d{2}-\d{2}-\d{2}$/;
const day = (field: string) => ({ message: `${field} must be a date such as 2025-04-01` });

export class PublishedReportListQuery extends ListQuery {}

export class NewPublishedReportDto implements NewPublishedReport {
  @ApiProperty()
  @IsString({ message: 'Give the report a title' })
  @Matches(/\S/, { message: 'Give the report a title' })
  @MaxLength(200, { message: 'The title must be 200 characters or fewer' })
  title: string;

  @ApiProperty({ description: 'First day of a month, London date' })
  @IsISO8601({ strict: true }, day('from'))
  @Matches(DATE, day('from'))
  from: string;

  @ApiProperty({ description: 'Last day of a month, London date' })
  @IsISO8601({ strict: true }, day('to'))
  @Matches(DATE, day('to'))
  to: string;

  @ApiProperty({ required: false, nullable: true, enum: PUBLISHED_CUTS })
  @IsOptional()
  @IsIn(PUBLISHED_CUTS, { message: `by must be one of ${PUBLISHED_CUTS.join(', ')}` })
  by?: PublishedCut | null;

  @ApiProperty({ required: false, nullable: true, type: String })
  @IsOptional()
  @IsString({ message: 'courseId must be the id of one course' })
  @MaxLength(36, { message: 'courseId must be 36 characters or fewer' })
  courseId?: string | null;
}

export class NewEditionDto {
  @ApiProperty({ description: 'What was wrong, as readers will see it' })
  @IsString({ message: 'Say what was wrong' })
  @Matches(/\S/, { message: 'Say what was wrong' })
  @MaxLength(2000, { message: 'Say what was wrong in 2,000 characters or fewer' })
  erratum: string;
}

export class NewReportLinkDto {
  @ApiProperty({ description: 'Whom it is for: a body, such as the scrutineer' })
  @IsString({ message: 'Say whom the link is for' })
  @Matches(/\S/, { message: 'Say whom the link is for' })
  @MaxLength(120, { message: 'Say whom the link is for in 120 characters or fewer' })
  label: string;

  @ApiProperty({ description: 'The last London day it works' })
  @IsISO8601({ strict: true }, day('lastDay'))
  @Matches(DATE, day('lastDay'))
  lastDay: string;
}
