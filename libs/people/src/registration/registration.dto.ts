import { ApiProperty } from '@nestjs/swagger';
import { AREAS, type Area, type MailedProof, type NewRegistration } from '@roundtable/contracts';
import { IsBoolean, IsEmail, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { MAILBOX } from '../email-address';
import { LONGEST_PASSWORD } from '../credentials/password-rules';

const ADDRESS = 'Enter an email address in the correct format, like name@example.org';
const ONE_LINE = /^[^\r\n]*$/;

/** Who somebody says they are, and whom they work for. */
export class RegistrantDto {
  @ApiProperty()
  @IsString({ message: 'Enter your full name' })
  @Matches(/\S/, { message: 'Enter your full name' })
  @Matches(ONE_LINE, { message: 'Enter your name on one line' })
  @MaxLength(200, { message: 'Your name must be 200 characters or fewer' })
  name: string;

  @ApiProperty()
  @IsString({ message: 'Enter your job role' })
  @Matches(/\S/, { message: 'Enter your job role' })
  @Matches(ONE_LINE, { message: 'Enter your job role on one line' })
  @MaxLength(120, { message: 'Your job role must be 120 characters or fewer' })
  jobRole: string;

  @ApiProperty({ required: false, description: 'The agency, by its id or by its name' })
  @IsOptional()
  @IsString({ message: 'Choose your agency' })
  @MaxLength(36, { message: 'Choose your agency' })
  agencyId?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'Enter the name of your agency' })
  @Matches(/\S/, { message: 'Enter the name of your agency' })
  @Matches(ONE_LINE, { message: 'Enter the name of your agency on one line' })
  @MaxLength(190, { message: 'The name of your agency must be 190 characters or fewer' })
  agency?: string;

  @ApiProperty({ required: false, description: 'The sector of an agency that is new' })
  @IsOptional()
  @IsString({ message: 'Choose the sector of your agency' })
  @MaxLength(100, { message: 'Choose the sector of your agency' })
  sector?: string;

  @ApiProperty({ enum: AREAS })
  @IsIn(AREAS, { message: 'Choose where you work' })
  area: Area;
}

export class NewRegistrationDto extends RegistrantDto implements NewRegistration {
  @ApiProperty()
  @IsString({ message: 'Enter your work email address' })
  @IsEmail(MAILBOX, { message: ADDRESS })
  @MaxLength(254, { message: 'The email address must be 254 characters or fewer' })
  email: string;

  @ApiProperty({ required: false, description: 'Whether only you read it; asked of addresses such as office@' })
  @IsOptional()
  @IsBoolean({ message: 'Say whether this address is yours alone' })
  isOwnAddress?: boolean;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'Enter your manager’s name' })
  @Matches(ONE_LINE, { message: 'Enter your manager’s name on one line' })
  @MaxLength(200, { message: 'Your manager’s name must be 200 characters or fewer' })
  managerName?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsEmail(MAILBOX, { message: ADDRESS })
  @MaxLength(254, { message: 'The email address must be 254 characters or fewer' })
  managerEmail?: string;

  @ApiProperty()
  @IsString({ message: 'Enter a password' })
  @MaxLength(LONGEST_PASSWORD, { message: `The password must have ${LONGEST_PASSWORD} or fewer characters` })
  password: string;
}

/** The secret of a link, or an address with the code that was mailed to it. */
export class MailedProofDto implements MailedProof {
  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'The token must be text' })
  @MaxLength(100, { message: 'The token must be 100 characters or fewer' })
  token?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'Enter your email address' })
  @MaxLength(254, { message: 'The email address must be 254 characters or fewer' })
  email?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'Enter the six-digit code as text' })
  @MaxLength(20, { message: 'The code must be 20 characters or fewer' })
  code?: string;
}
