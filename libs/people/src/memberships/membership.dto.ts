import { ApiProperty } from '@nestjs/swagger';
import {
  AREAS,
  type Area,
  type MembershipEnd,
  type NewMembership,
  type PractitionerChange,
} from '@roundtable/contracts';
import { IsEmail, IsIn, IsOptional, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';
import { MAILBOX } from '../email-address';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LIKE_A_DAY = 'Enter a date like 2026-09-30';

export class NewMembershipDto implements NewMembership {
  @ApiProperty()
  @IsString({ message: 'Choose the agency' })
  @MaxLength(36, { message: 'Choose the agency' })
  agencyId: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'The job role must be text' })
  @MaxLength(120, { message: 'The job role must be 120 characters or fewer' })
  jobRole?: string;

  @ApiProperty({ required: false, description: 'A London date; today where it is left out' })
  @IsOptional()
  @IsString({ message: LIKE_A_DAY })
  @Matches(DAY, { message: LIKE_A_DAY })
  since?: string;
}

export class MembershipEndDto implements MembershipEnd {
  @ApiProperty({ description: 'The London date on which it ended' })
  @IsString({ message: LIKE_A_DAY })
  @Matches(DAY, { message: LIKE_A_DAY })
  until: string;
}

export class PractitionerChangeDto implements PractitionerChange {
  @ApiProperty({ required: false })
  @ValidateIf((change: PractitionerChangeDto) => change.name !== undefined)
  @IsString({ message: 'Enter the name of the person' })
  @Matches(/\S/, { message: 'Enter the name of the person' })
  @Matches(/^[^\r\n]*$/, { message: 'Enter the name on one line' })
  @MaxLength(200, { message: 'The name must be 200 characters or fewer' })
  name?: string;

  @ApiProperty({ required: false, nullable: true, type: String })
  @IsOptional()
  @IsEmail(MAILBOX, { message: 'Enter an email address in the correct format, like name@example.org' })
  @MaxLength(254, { message: 'The email address must be 254 characters or fewer' })
  email?: string | null;

  @ApiProperty({ required: false, nullable: true, enum: AREAS })
  @IsOptional()
  @IsIn(AREAS, { message: `The area must be one of ${AREAS.join(', ')}` })
  area?: Area | null;
}
