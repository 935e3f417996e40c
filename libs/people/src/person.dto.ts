import { ApiProperty } from '@nestjs/swagger';
import type { NewPractitioner } from '@roundtable/contracts';
import { ListQuery } from '@roundtable/platform';
import { IsEmail, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { MAILBOX } from './email-address';

export class NewPractitionerDto implements NewPractitioner {
  @ApiProperty({ required: false })
  @IsOptional()
  @IsEmail(MAILBOX, { message: 'Enter an email address in the correct format, like name@example.org' })
  @MaxLength(254, { message: 'The email address must be 254 characters or fewer' })
  email?: string;

  @ApiProperty()
  @IsString({ message: 'Enter the name of the person' })
  @Matches(/\S/, { message: 'Enter the name of the person' })
  @Matches(/^[^\r\n]*$/, { message: 'Enter the name on one line' })
  @MaxLength(200, { message: 'The name must be 200 characters or fewer' })
  name: string;

  @ApiProperty()
  @IsString({ message: 'Choose the agency' })
  @MaxLength(36, { message: 'Choose the agency' })
  agencyId: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'The job role must be text' })
  @MaxLength(120, { message: 'The job role must be 120 characters or fewer' })
  jobRole?: string;
}

export class PractitionerListQuery extends ListQuery {
  @IsOptional()
  @IsString({ message: 'agencyId must be text' })
  agencyId?: string;
}
