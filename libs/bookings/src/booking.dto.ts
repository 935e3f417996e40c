import { ApiProperty } from '@nestjs/swagger';
import {
  APPROVER_KINDS,
  ATTENDANCES,
  type ApproverKind,
  BOOKING_STATUSES,
  KEEP_NEEDS,
  type KeepNeeds,
  type NewBooking,
  type NewGroupBooking,
  type NewSubstitution,
  type NewTeamPlaces,
  type WantedDelegate,
} from '@roundtable/contracts';
import { ListQuery } from '@roundtable/platform';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';

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
  @IsString({ message: 'Dietary needs must be text' })
  @MaxLength(1000, { message: 'Dietary needs must be 1,000 characters or fewer' })
  dietaryNeeds?: string;

  @ApiProperty({
    required: false,
    enum: KEEP_NEEDS,
    description: 'Until 30 days after the event, or on the profile too',
  })
  @IsOptional()
  @IsIn(KEEP_NEEDS, { message: `keepNeeds must be one of ${KEEP_NEEDS.join(', ')}` })
  keepNeeds?: KeepNeeds;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'The order number must be text' })
  @MaxLength(60, { message: 'The order number must be 60 characters or fewer' })
  orderNumber?: string;

  @ApiProperty({ required: false, description: 'Join the line where something is missing, instead of being refused' })
  @IsOptional()
  @IsBoolean({ message: 'waitIfMissing must be true or false' })
  waitIfMissing?: boolean;

  @ApiProperty({ required: false, description: 'Staff only: why kept places, caps, approval and order are passed' })
  @IsOptional()
  @IsString({ message: 'Give the reason as text' })
  @MaxLength(300, { message: 'The reason must be 300 characters or fewer' })
  passReason?: string;
}

export class ReasonDto {
  @ApiProperty()
  @IsString({ message: 'Give a reason' })
  @Matches(/\S/, { message: 'Give a reason' })
  @MinLength(1, { message: 'Give a reason' })
  @MaxLength(300, { message: 'The reason must be 300 characters or fewer' })
  reason: string;
}

export class EventCancellationDto extends ReasonDto {
  @ApiProperty({ required: false, description: 'Another coming event of the course, where those affected get offers' })
  @IsOptional()
  @IsString({ message: 'Choose an event' })
  @MaxLength(36, { message: 'Choose an event' })
  nextEventId?: string;

  @ApiProperty({ required: false, description: 'Why they come before those who wait there' })
  @IsOptional()
  @IsString({ message: 'Give the reason as text' })
  @MaxLength(300, { message: 'The reason must be 300 characters or fewer' })
  aheadReason?: string;
}

export class TransferDto {
  @ApiProperty({ description: 'Another event of the same course' })
  @IsString({ message: 'Choose an event' })
  @MaxLength(36, { message: 'Choose an event' })
  eventId: string;
}

export class ComingDto {
  @ApiProperty()
  @IsBoolean({ message: 'Say whether you can come: true or false' })
  coming: boolean;
}

export class DelegateDto implements WantedDelegate {
  @ApiProperty({ required: false, description: 'Somebody who is known' })
  @IsOptional()
  @IsString({ message: 'Choose a person' })
  @MaxLength(36, { message: 'Choose a person' })
  practitionerId?: string;

  @ApiProperty({ required: false, description: 'The name of somebody new' })
  @IsOptional()
  @IsString({ message: 'Enter the name as text' })
  @MaxLength(200, { message: 'The name must be 200 characters or fewer' })
  name?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'Enter an email address in the correct format, like name@example.org' })
  @MaxLength(254, { message: 'The email address must be 254 characters or fewer' })
  email?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'Enter the job role as text' })
  @MaxLength(120, { message: 'The job role must be 120 characters or fewer' })
  jobRole?: string;
}

export class SubstitutionDto implements NewSubstitution {
  @ApiProperty()
  @IsString({ message: 'Enter an email address in the correct format, like name@example.org' })
  @MaxLength(254, { message: 'The email address must be 254 characters or fewer' })
  email: string;

  @ApiProperty({ required: false, description: 'Where the address is new to us' })
  @IsOptional()
  @IsString({ message: 'Enter the name as text' })
  @MaxLength(200, { message: 'The name must be 200 characters or fewer' })
  name?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'Enter the job role as text' })
  @MaxLength(120, { message: 'The job role must be 120 characters or fewer' })
  jobRole?: string;
}

export class GroupBookingDto implements NewGroupBooking {
  @ApiProperty({ required: false, description: 'The agency they come from; a lead of one may leave it out' })
  @IsOptional()
  @IsString({ message: 'Choose an agency' })
  @MaxLength(36, { message: 'Choose an agency' })
  agencyId?: string;

  @ApiProperty({ type: [DelegateDto] })
  @IsArray({ message: 'Say who comes' })
  @ArrayMinSize(1, { message: 'Say who comes' })
  @ArrayMaxSize(30, { message: 'Book for 30 people or fewer at once' })
  @ValidateNested({ each: true })
  @Type(() => DelegateDto)
  people: DelegateDto[];

  @ApiProperty({ enum: ['all', 'possible'] })
  @IsIn(['all', 'possible'], { message: 'mode must be all or possible' })
  mode: 'all' | 'possible';

  @ApiProperty({ required: false, description: "Under 'possible': the others join the line" })
  @IsOptional()
  @IsBoolean({ message: 'waitForRest must be true or false' })
  waitForRest?: boolean;
}

export class TeamPlacesDto implements NewTeamPlaces {
  @ApiProperty()
  @IsString({ message: 'Choose an agency' })
  @MaxLength(36, { message: 'Choose an agency' })
  agencyId: string;

  @ApiProperty()
  @IsInt({ message: 'Enter how many places, as a whole number' })
  @Min(1, { message: 'Hold at least 1 place' })
  @Max(50, { message: 'Hold 50 places or fewer' })
  places: number;

  @ApiProperty({ description: 'A London date; the places go back at 5pm' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'Enter a date like 2026-05-22' })
  heldUntil: string;

  @ApiProperty({ required: false, description: 'Staff only: why kept places and caps are passed' })
  @IsOptional()
  @IsString({ message: 'Give the reason as text' })
  @MaxLength(300, { message: 'The reason must be 300 characters or fewer' })
  passReason?: string;
}

export class AdditionDto extends ReasonDto {
  @ApiProperty()
  @IsString({ message: 'Choose a person' })
  @MaxLength(36, { message: 'Choose a person' })
  practitionerId: string;
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

  @IsOptional()
  @Transform(toList)
  @IsIn(APPROVER_KINDS, { each: true, message: `approverKind must be one of ${APPROVER_KINDS.join(', ')}` })
  approverKind?: ApproverKind[];

  @IsOptional()
  @IsIn(['open', 'due'], { message: 'provisional must be open or due' })
  provisional?: 'open' | 'due';
}
