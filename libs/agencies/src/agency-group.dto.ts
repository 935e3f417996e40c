import { ApiProperty } from '@nestjs/swagger';
import { type AgencyGroupChange, GROUP_KINDS, type GroupKind, type NewAgencyGroup } from '@roundtable/contracts';
import { ListQuery } from '@roundtable/platform';
import { IsIn, IsOptional, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';

export class NewAgencyGroupDto implements NewAgencyGroup {
  @ApiProperty()
  @IsString({ message: 'Enter the name of the group' })
  @Matches(/\S/, { message: 'Enter the name of the group' })
  @MaxLength(190, { message: 'The name must be 190 characters or fewer' })
  name: string;

  @ApiProperty({ required: false, enum: GROUP_KINDS })
  @IsOptional()
  @IsIn(GROUP_KINDS, { message: `The kind must be one of ${GROUP_KINDS.join(', ')}` })
  kind?: GroupKind;
}

export class AgencyGroupChangeDto implements AgencyGroupChange {
  @ApiProperty({ required: false })
  @ValidateIf((change: AgencyGroupChangeDto) => change.name !== undefined)
  @IsString({ message: 'Enter the name of the group' })
  @Matches(/\S/, { message: 'Enter the name of the group' })
  @MaxLength(190, { message: 'The name must be 190 characters or fewer' })
  name?: string;

  @ApiProperty({ required: false, enum: GROUP_KINDS })
  @ValidateIf((change: AgencyGroupChangeDto) => change.kind !== undefined)
  @IsIn(GROUP_KINDS, { message: `The kind must be one of ${GROUP_KINDS.join(', ')}` })
  kind?: GroupKind;
}

export class AgencyGroupListQuery extends ListQuery {}
