import { ApiProperty } from '@nestjs/swagger';
import type { JoiningChange } from '@roundtable/contracts';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

/** Empty, or an address of the web; nothing else may stand behind a link that people press. */
const WEB_ADDRESS = /^(https:\/\/[^\s<>"]+)?$/;

export class JoiningDto implements JoiningChange {
  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'Enter the platform as text' })
  @MaxLength(60, { message: 'The platform must be 60 characters or fewer' })
  platform?: string;

  @ApiProperty({ required: false, description: 'Shown to delegates only from some minutes before the start' })
  @IsOptional()
  @IsString({ message: 'Enter the meeting link as text' })
  @MaxLength(1000, { message: 'The meeting link must be 1,000 characters or fewer' })
  @Matches(WEB_ADDRESS, { message: 'Enter a meeting link that starts with https://' })
  meetingUrl?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'Enter the test link as text' })
  @MaxLength(1000, { message: 'The test link must be 1,000 characters or fewer' })
  @Matches(WEB_ADDRESS, { message: 'Enter a test link that starts with https://' })
  testUrl?: string;

  @ApiProperty({ required: false, description: 'Telephone number and code' })
  @IsOptional()
  @IsString({ message: 'Enter the telephone dial-in as text' })
  @MaxLength(300, { message: 'The telephone dial-in must be 300 characters or fewer' })
  dialIn?: string;

  @ApiProperty({ required: false, minimum: 0, maximum: 1440 })
  @IsOptional()
  @IsInt({ message: 'Enter the minutes as a whole number' })
  @Min(0, { message: 'Show the link 0 minutes before the start or earlier' })
  @Max(1440, { message: 'Show the link at most 1,440 minutes before the start' })
  minutesBefore?: number;
}
