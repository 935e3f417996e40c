import { ListQuery } from '@roundtable/platform';
import { IsISO8601, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

const LONDON_DATE = /^\d{4}-\d{2}-\d{2}$/;

export class AgencyHistoryQuery extends ListQuery {}

export class AuditListQuery extends ListQuery {
  @IsOptional()
  @IsString({ message: 'actorId must be text' })
  @MaxLength(36, { message: 'actorId must be 36 characters or fewer' })
  actorId?: string;

  @IsOptional()
  @IsString({ message: 'action must be text' })
  @MaxLength(60, { message: 'action must be 60 characters or fewer' })
  action?: string;

  @IsOptional()
  @IsString({ message: 'subjectKind must be text' })
  @MaxLength(40, { message: 'subjectKind must be 40 characters or fewer' })
  subjectKind?: string;

  @IsOptional()
  @IsString({ message: 'subjectId must be text' })
  @MaxLength(36, { message: 'subjectId must be 36 characters or fewer' })
  subjectId?: string;

  @IsOptional()
  @IsISO8601({ strict: true }, { message: 'from must be a date like 2026-03-27' })
  @Matches(LONDON_DATE, { message: 'from must be a date like 2026-03-27' })
  from?: string;

  @IsOptional()
  @IsISO8601({ strict: true }, { message: 'to must be a date like 2026-03-27' })
  @Matches(LONDON_DATE, { message: 'to must be a date like 2026-03-27' })
  to?: string;
}
