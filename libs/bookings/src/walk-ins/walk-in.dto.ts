import { ApiProperty } from '@nestjs/swagger';
import type { NewWalkIn } from '@roundtable/contracts';
import { MAILBOX } from '@roundtable/people';
import { IsEmail, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

export class NewWalkInDto implements NewWalkIn {
  @ApiProperty({ required: false, description: 'Somebody known already; for staff' })
  @IsOptional()
  @IsString({ message: 'practitionerId must be text' })
  @MaxLength(36, { message: 'practitionerId must be 36 characters or fewer' })
  practitionerId?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'Enter the name of the person' })
  @Matches(/\S/, { message: 'Enter the name of the person' })
  @Matches(/^[^\r\n]*$/, { message: 'Enter the name on one line' })
  @MaxLength(200, { message: 'The name must be 200 characters or fewer' })
  name?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsEmail(MAILBOX, { message: 'Enter an email address in the correct format, like name@example.org' })
  @MaxLength(254, { message: 'The email address must be 254 characters or fewer' })
  email?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'Choose the agency' })
  @MaxLength(36, { message: 'Choose the agency' })
  agencyId?: string;
}
