import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsString, MaxLength } from 'class-validator';

const toList = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? [value] : value);

export class NewsletterQuery {
  @ApiProperty({ type: [String], description: 'The events to tell of, in any order' })
  @Transform(toList)
  @MaxLength(36, { each: true, message: 'eventId must be the id of an event' })
  @IsString({ each: true, message: 'eventId must be the id of an event' })
  @ArrayMaxSize(40, { message: 'Choose 40 events or fewer' })
  @ArrayMinSize(1, { message: 'Choose at least one event' })
  @IsArray({ message: 'Choose at least one event' })
  eventId: string[];
}
