import { ApiProperty } from '@nestjs/swagger';
import type { SignInLinkConfirmation, SignInRequest } from '@roundtable/contracts';
import { IsEmail, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { MAILBOX } from '../email-address';
import { MailedProofDto } from '../registration/registration.dto';

export class SignInDto implements SignInRequest {
  @ApiProperty()
  @IsString({ message: 'Enter your email address' })
  @MinLength(1, { message: 'Enter your email address' })
  @MaxLength(254, { message: 'The email address must be 254 characters or fewer' })
  email: string;

  @ApiProperty()
  @IsString({ message: 'Enter your password' })
  @MinLength(1, { message: 'Enter your password' })
  @MaxLength(200, { message: 'The password must be 200 characters or fewer' })
  password: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'Enter the code as text' })
  @MaxLength(20, { message: 'The code must be 20 characters or fewer' })
  code?: string;
}

/** The address that a mail is asked for. */
export class MailToDto {
  @ApiProperty()
  @IsString({ message: 'Enter your email address' })
  @IsEmail(MAILBOX, { message: 'Enter an email address in the correct format, like name@example.org' })
  @MaxLength(254, { message: 'The email address must be 254 characters or fewer' })
  email: string;
}

export class SignInLinkConfirmationDto extends MailedProofDto implements SignInLinkConfirmation {
  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'Enter the code as text' })
  @MaxLength(20, { message: 'The code must be 20 characters or fewer' })
  authenticatorCode?: string;
}
