import { ApiProperty } from '@nestjs/swagger';
import type { EmailChange, PasswordChange, PasswordResetConfirmation } from '@roundtable/contracts';
import { IsEmail, IsString, MaxLength, MinLength } from 'class-validator';
import { MAILBOX } from '../email-address';
import { LONGEST_PASSWORD } from './password-rules';

const TOO_LONG = `The password must have ${LONGEST_PASSWORD} or fewer characters`;

export class PasswordResetConfirmationDto implements PasswordResetConfirmation {
  @ApiProperty()
  @IsString({ message: 'Give the token of the link' })
  @MaxLength(100, { message: 'The token must be 100 characters or fewer' })
  token: string;

  @ApiProperty()
  @IsString({ message: 'Enter a new password' })
  @MaxLength(LONGEST_PASSWORD, { message: TOO_LONG })
  password: string;
}

export class PasswordChangeDto implements PasswordChange {
  @ApiProperty()
  @IsString({ message: 'Enter your current password' })
  @MinLength(1, { message: 'Enter your current password' })
  @MaxLength(LONGEST_PASSWORD, { message: TOO_LONG })
  currentPassword: string;

  @ApiProperty()
  @IsString({ message: 'Enter a new password' })
  @MaxLength(LONGEST_PASSWORD, { message: TOO_LONG })
  newPassword: string;
}

export class EmailChangeDto implements EmailChange {
  @ApiProperty()
  @IsString({ message: 'Enter your new email address' })
  @IsEmail(MAILBOX, { message: 'Enter an email address in the correct format, like name@example.org' })
  @MaxLength(254, { message: 'The email address must be 254 characters or fewer' })
  email: string;

  @ApiProperty()
  @IsString({ message: 'Enter your password' })
  @MinLength(1, { message: 'Enter your password' })
  @MaxLength(LONGEST_PASSWORD, { message: TOO_LONG })
  password: string;
}

/** The secret of a mailed link. */
export class TokenDto {
  @ApiProperty()
  @IsString({ message: 'Give the token of the link' })
  @MinLength(1, { message: 'Give the token of the link' })
  @MaxLength(100, { message: 'The token must be 100 characters or fewer' })
  token: string;
}
