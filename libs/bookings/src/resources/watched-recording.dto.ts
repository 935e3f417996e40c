import { ListQuery } from '@roundtable/platform';
import { IsOptional, IsString } from 'class-validator';

export class WatchedRecordingListQuery extends ListQuery {
  @IsOptional()
  @IsString({ message: 'eventId must be one id' })
  eventId?: string;

  @IsOptional()
  @IsString({ message: 'resourceId must be one id' })
  resourceId?: string;

  @IsOptional()
  @IsString({ message: 'practitionerId must be one id' })
  practitionerId?: string;
}
