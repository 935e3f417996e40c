import { ApiProperty } from '@nestjs/swagger';
import { ATTENDANCES, BOOKING_STATUSES, type NewBooking } from '@roundtable/contracts';
import { ListQuery } from '@roundtable/platform';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';

export class NewBookingDto implements NewBooking {
  @ApiProperty({ required: false, description: 'Whom the place is for; oneself where it is left out' })
  @IsOptional()
  @IsString({ message: 'practitionerId must be text' })
  @MaxLength(36, { message: 'practitionerId must be 36 characters or fewer' })
  practitionerId?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'Access needs must be text' })
  @MaxLength(1000, { message: 'Access needs must be 1,000 characters or fewer' })
  accessNeeds?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'The order number must be text' })
  @MaxLength(60, { message: 'The order number must be 60 characters or fewer' })
  orderNumber?: string;

  @ApiProperty({ required: false, description: 'Join the line where something is missing, instead of being refused' })
  @IsOptional()
  @IsBoolean({ message: 'waitIfMissing must be true or false' })
  waitIfMissing?: boolean;
}

export class ReasonDto {
  @ApiProperty()
  @IsString({ message: 'Give a reason' })
  @Matches(/\S/, { message: 'Give a reason' })
  @MinLength(1, { message: 'Give a reason' })
  @MaxLength(300, { message: 'The reason must be 300 characters or fewer' })
  reason: string;
}

const toList = ({ value }: { value: unknown }): unknown =>
  value === undefined ? undefined : Array.isArray(value) ? value : [value];

export class BookingListQuery extends ListQuery {
  @IsOptional()
  @IsString({ message: 'eventId must be text' })
  eventId?: string;

  @IsOptional()
  @IsString({ message: 'practitionerId must be text' })
  practitionerId?: string;

  @IsOptional()
  @IsString({ message: 'agencyId must be text' })
  agencyId?: string;

  @IsOptional()
  @Transform(toList)
  @IsIn(BOOKING_STATUSES, { each: true, message: `status must be one of ${BOOKING_STATUSES.join(', ')}` })
  status?: (typeof BOOKING_STATUSES)[number][];

  @IsOptional()
  @IsIn(ATTENDANCES, { message: `attendance must be one of ${ATTENDANCES.join(', ')}` })
  attendance?: (typeof ATTENDANCES)[number];
}
