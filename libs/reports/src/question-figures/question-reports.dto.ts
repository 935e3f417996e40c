import { ApiProperty } from '@nestjs/swagger';
import { REPORT_PERIODS, type ReportPeriodLength } from '@roundtable/contracts';
import { IsIn, IsOptional } from 'class-validator';
import { KnowledgeGainQuery } from '../report.dto';

export class StandingReportQuery extends KnowledgeGainQuery {
  @ApiProperty({ required: false, enum: REPORT_PERIODS, description: 'How long each period is; a year without it' })
  @IsOptional()
  @IsIn(REPORT_PERIODS, { message: `every must be one of ${REPORT_PERIODS.join(', ')}` })
  every?: ReportPeriodLength;
}
