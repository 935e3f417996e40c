import { ApiProperty } from '@nestjs/swagger';
import {
  DATA_DECISIONS,
  DATA_REQUEST_KINDS,
  type DataDecision,
  type DataRequestKind,
  HOLD_KINDS,
  type HoldKind,
  type NewDataRequest,
  type NewDataRequestForPerson,
  type NewHold,
} from '@roundtable/contracts';
import { ListQuery } from '@roundtable/platform';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

export class ErasureDto {
  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'Your words must be text' })
  @MaxLength(2000, { message: 'Use 2,000 characters or fewer' })
  words?: string;
}

export class NewDataRequestDto extends ErasureDto implements NewDataRequest {
  @ApiProperty({ enum: DATA_REQUEST_KINDS })
  @IsIn(DATA_REQUEST_KINDS, { message: `kind must be one of ${DATA_REQUEST_KINDS.join(', ')}` })
  kind: DataRequestKind;
}

export class NewDataRequestForPersonDto extends NewDataRequestDto implements NewDataRequestForPerson {
  @ApiProperty()
  @IsString({ message: 'Choose the person' })
  @MaxLength(36, { message: 'Choose the person' })
  personId: string;
}

export class DecisionDto {
  @ApiProperty({ enum: DATA_DECISIONS })
  @IsIn(DATA_DECISIONS, { message: `decision must be one of ${DATA_DECISIONS.join(', ')}` })
  decision: DataDecision;

  @ApiProperty()
  @IsString({ message: 'Give a reason' })
  @Matches(/\S/, { message: 'Give a reason' })
  @MaxLength(2000, { message: 'The reason must be 2,000 characters or fewer' })
  reason: string;
}

export class NewHoldDto implements NewHold {
  @ApiProperty({ enum: HOLD_KINDS })
  @IsIn(HOLD_KINDS, { message: `subjectKind must be one of ${HOLD_KINDS.join(', ')}` })
  subjectKind: HoldKind;

  @ApiProperty()
  @IsString({ message: 'Name what is held by its id' })
  @MaxLength(36, { message: 'Name what is held by its id' })
  subjectId: string;

  @ApiProperty()
  @IsString({ message: 'Give a reason' })
  @Matches(/\S/, { message: 'Give a reason' })
  @MaxLength(300, { message: 'The reason must be 300 characters or fewer' })
  reason: string;
}

export class DataRequestListQuery extends ListQuery {
  @IsOptional()
  @IsIn(['open', 'decided'], { message: 'state must be open or decided' })
  state?: 'open' | 'decided';

  @IsOptional()
  @IsIn(DATA_REQUEST_KINDS, { message: `kind must be one of ${DATA_REQUEST_KINDS.join(', ')}` })
  kind?: DataRequestKind;

  @IsOptional()
  @IsString({ message: 'personId must be text' })
  personId?: string;
}

export class HoldListQuery extends ListQuery {
  @IsOptional()
  @IsIn(['standing', 'lifted'], { message: 'state must be standing or lifted' })
  state?: 'standing' | 'lifted';

  @IsOptional()
  @IsIn(HOLD_KINDS, { message: `subjectKind must be one of ${HOLD_KINDS.join(', ')}` })
  subjectKind?: HoldKind;

  @IsOptional()
  @IsString({ message: 'subjectId must be text' })
  subjectId?: string;
}
