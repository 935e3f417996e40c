import { ApiProperty } from '@nestjs/swagger';
import { type NewRoleGrant, ROLES, type Role } from '@roundtable/contracts';
import { ListQuery } from '@roundtable/platform';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

export class NewRoleGrantDto implements NewRoleGrant {
  @ApiProperty()
  @IsString({ message: 'Choose the person' })
  @MaxLength(36, { message: 'Choose the person' })
  personId: string;

  @ApiProperty({ enum: ROLES })
  @IsIn(ROLES, { message: `The role must be one of ${ROLES.join(', ')}` })
  role: Role;

  @ApiProperty({ required: false, description: 'The agency that a lead leads' })
  @IsOptional()
  @IsString({ message: 'Choose the agency' })
  @MaxLength(36, { message: 'Choose the agency' })
  agencyId?: string;

  @ApiProperty({ required: false, description: 'The group whose agencies a lead leads' })
  @IsOptional()
  @IsString({ message: 'Choose the group' })
  @MaxLength(36, { message: 'Choose the group' })
  groupId?: string;

  @ApiProperty({ required: false, description: 'Why it is given' })
  @IsOptional()
  @IsString({ message: 'The reason must be text' })
  @MaxLength(300, { message: 'The reason must be 300 characters or fewer' })
  reason?: string;
}

export class RoleGrantListQuery extends ListQuery {
  @IsOptional()
  @IsString({ message: 'personId must be text' })
  personId?: string;

  @IsOptional()
  @IsString({ message: 'agencyId must be text' })
  agencyId?: string;

  @IsOptional()
  @IsString({ message: 'groupId must be text' })
  groupId?: string;

  @IsOptional()
  @IsIn(ROLES, { message: `role must be one of ${ROLES.join(', ')}` })
  role?: Role;
}
