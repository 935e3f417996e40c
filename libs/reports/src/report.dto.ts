import { ApiProperty } from '@nestjs/swagger';
import { REPORT_CUTS, type ReportCut } from '@roundtable/contracts';
import { ListQuery } from '@roundtable/platform';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';

const toList = ({ value }: { value: unknown }): unknown =>
  value === undefined || Array.isArray(value) ? value : [value];
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

export class CutReportQuery extends KnowledgeGainQuery {
  @ApiProperty({
    required: false,
    isArray: true,
    enum: REPORT_CUTS,
    description: 'Cuts beside course and statement, two at most',
  })
  @IsOptional()
  @Transform(toList)
  @ArrayMaxSize(2, { message: 'Choose two cuts at most' })
  @ArrayUnique({ message: 'Name each cut once' })
  @IsIn(REPORT_CUTS, { each: true, message: `by must be one of ${REPORT_CUTS.join(', ')}` })
  by?: ReportCut[];
}

/** A file of the report within its cuts, which has to say by what it is cut. */
export class CutFileQuery extends KnowledgeGainQuery {
  @ApiProperty({ isArray: true, enum: REPORT_CUTS, description: 'Cuts beside course and statement, two at most' })
  @Transform(toList)
  @ArrayMaxSize(2, { message: 'Choose two cuts at most' })
  @ArrayMinSize(1, { message: 'Say by what the report is cut' })
  @ArrayUnique({ message: 'Name each cut once' })
  @IsIn(REPORT_CUTS, { each: true, message: `by must be one of ${REPORT_CUTS.join(', ')}` })
  by: ReportCut[];
}

export class PublishedFigureListQuery extends ListQuery {
  @ApiProperty({ required: false })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}$/, { message: 'year must be a partnership year such as 2020-21' })
  year?: string;
}
