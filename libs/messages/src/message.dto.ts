import { ListQuery } from '@roundtable/platform';
import { IsIn, IsOptional, IsString } from 'class-validator';

const STATES = ['kept', 'queued', 'sending', 'sent', 'failed'] as const;

export class MessageListQuery extends ListQuery {
  @IsOptional()
  @IsString({ message: 'bookingId must be text' })
  bookingId?: string;

  @IsOptional()
  @IsString({ message: 'eventId must be text' })
  eventId?: string;

  @IsOptional()
  @IsString({ message: 'practitionerId must be text' })
  practitionerId?: string;

  @IsOptional()
  @IsString({ message: 'mailingId must be text' })
  mailingId?: string;

  @IsOptional()
  @IsIn(STATES, { message: `state must be one of ${STATES.join(', ')}` })
  state?: (typeof STATES)[number];
}
