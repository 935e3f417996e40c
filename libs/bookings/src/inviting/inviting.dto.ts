import { ApiProperty } from '@nestjs/swagger';
import type { NewInvitation } from '@roundtable/contracts';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';

export class NewInvitationDto implements NewInvitation {
  @ApiProperty({ description: 'The name of a sector; those below it are invited too' })
  @IsString({ message: 'Choose a sector' })
  @Matches(/\S/, { message: 'Choose a sector' })
  @MaxLength(100, { message: 'The sector must be 100 characters or fewer' })
  sector: string;

  @ApiProperty({ required: false, description: 'What is added to the mail, in plain text' })
  @IsOptional()
  @IsString({ message: 'Enter the note as text' })
  @MaxLength(500, { message: 'The note must be 500 characters or fewer' })
  note?: string;
}
