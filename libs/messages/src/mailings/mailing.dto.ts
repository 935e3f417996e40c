import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';

const ON = { required: false, example: '2026-10-24', description: 'London date; at once where it is left out' };
const AT = { required: false, example: '09:30', description: 'London time' };

/** What a mailing says, and when it goes. */
export class MailingWordsDto {
  @ApiProperty()
  @IsString({ message: 'Enter a subject' })
  @MaxLength(200, { message: 'The subject must be 200 characters or fewer' })
  subject: string;

  @ApiProperty({ description: 'Paragraphs, parted by empty lines' })
  @IsString({ message: 'Enter the text of the mail' })
  @MaxLength(10_000, { message: 'The text must be 10,000 characters or fewer' })
  words: string;

  @ApiProperty(ON)
  @IsOptional()
  @IsString({ message: 'Enter the date like 2026-10-24' })
  @MaxLength(10, { message: 'Enter the date like 2026-10-24' })
  sendOn?: string;

  @ApiProperty(AT)
  @IsOptional()
  @IsString({ message: 'Enter the time like 09:30' })
  @MaxLength(5, { message: 'Enter the time like 09:30' })
  sendTime?: string;
}

export class MailingWordsChangeDto {
  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'Enter a subject' })
  @MaxLength(200, { message: 'The subject must be 200 characters or fewer' })
  subject?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'Enter the text of the mail' })
  @MaxLength(10_000, { message: 'The text must be 10,000 characters or fewer' })
  words?: string;

  @ApiProperty(ON)
  @IsOptional()
  @IsString({ message: 'Enter the date like 2026-10-24' })
  @MaxLength(10, { message: 'Enter the date like 2026-10-24' })
  sendOn?: string;

  @ApiProperty(AT)
  @IsOptional()
  @IsString({ message: 'Enter the time like 09:30' })
  @MaxLength(5, { message: 'Enter the time like 09:30' })
  sendTime?: string;
}
