import { ApiProperty } from '@nestjs/swagger';
import { ListQuery } from '@roundtable/platform';
import { IsISO8601, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

const DATE = /^(19|20)\d{2}-\d{2}-\d{2}$/;

export class KnowledgeGainQuery {
  @ApiProperty({ required: false, description: 'London date, inclusive: compared with the end of the last session' })
  @IsOptional()
  @IsISO8601({ strict: true }, { message: 'from must be a date such as 2020-04-01' })
  @Matches(DATE, { message: 'from must be a date such as 2020-04-01' })
  from?: string;

  @ApiProperty({ required: false, description: 'London date, inclusive: compared with the end of the last session' })
  @IsOptional()
  @IsISO8601({ strict: true }, { message: 'to must be a date such as 2021-03-31' })
  @Matches(DATE, { message: 'to must be a date such as 2021-03-31' })
  to?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'courseId must be the id of one course' })
  @MaxLength(36, { message: 'courseId must be 36 characters or fewer' })
  courseId?: string;
}

export class PublishedFigureListQuery extends ListQuery {
  @ApiProperty({ required: false })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}$/, { message: 'year must be a partnership year such as 2020-21' })
  year?: string;
}
