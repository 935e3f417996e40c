import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { MailWordingChange } from '@roundtable/contracts';
import { ListQuery } from '@roundtable/platform';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, ValidateIf } from 'class-validator';

const TOO_LONG = 10_000;

export class MailWordingListQuery extends ListQuery {
  @ApiPropertyOptional({ description: 'true for those alone that the partnership replaced' })
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'isOwn must be true or false' })
  isOwn?: 'true' | 'false';
}

class MailWordingTextDto {
  @ApiProperty({ description: 'One line, with merge fields such as {{course}}' })
  @IsString({ message: 'Enter a subject' })
  @MaxLength(TOO_LONG, { message: 'The subject is too long' })
  subject: string;

  @ApiProperty({ description: 'What stands before the details; paragraphs apart by an empty line' })
  @IsString({ message: 'Enter what the mail says' })
  @MaxLength(TOO_LONG, { message: 'The text is too long' })
  opening: string;

  @ApiProperty({ nullable: true, type: String, description: 'What the link is called; null where the mail has none' })
  @ValidateIf((_, value) => value !== null)
  @IsString({ message: 'Enter what the link is called' })
  @MaxLength(TOO_LONG, { message: 'The name of the link is too long' })
  action: string | null;

  @ApiProperty({ description: 'What stands after the link; may be empty' })
  @IsString({ message: 'Enter what stands at the end, or nothing' })
  @MaxLength(TOO_LONG, { message: 'The text is too long' })
  closing: string;
}

export class MailWordingChangeDto extends MailWordingTextDto implements MailWordingChange {
  @ApiProperty({ description: 'The version that was read' })
  @IsInt({ message: 'Give the version that you read' })
  @Min(0, { message: 'Give the version that you read' })
  @Max(2_000_000_000, { message: 'Give the version that you read' })
  version: number;
}

export class WordingPreviewDto extends MailWordingTextDto {
  @ApiPropertyOptional({ description: 'Drawn for the delegate of this booking; without one for a made-up person' })
  @IsOptional()
  @IsString({ message: 'bookingId must be the id of a booking' })
  @MaxLength(36, { message: 'bookingId must be the id of a booking' })
  bookingId?: string;
}
