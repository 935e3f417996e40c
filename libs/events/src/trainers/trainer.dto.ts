import { ApiProperty } from '@nestjs/swagger';
import {
  type EventTrainerChange,
  type NewEventTrainer,
  type NewTrainer,
  TRAINER_ANSWERS,
  TRAINER_KINDS,
  TRAINER_PARTS,
  type TrainerAbsence,
  type TrainerAnswer,
  type TrainerChange,
  type TrainerKind,
  type TrainerPart,
} from '@roundtable/contracts';
import { ListQuery } from '@roundtable/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

const isGiven = (_: unknown, value: unknown): boolean => value !== undefined;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOST_ABSENCES = 100;

export class AbsenceDto implements TrainerAbsence {
  @ApiProperty({ format: 'date' })
  @IsISO8601({ strict: true }, { message: 'Enter the first day, such as 2026-05-22' })
  @Matches(DAY, { message: 'Enter the first day, such as 2026-05-22' })
  from: string;

  @ApiProperty({ format: 'date' })
  @IsISO8601({ strict: true }, { message: 'Enter the last day, such as 2026-05-22' })
  @Matches(DAY, { message: 'Enter the last day, such as 2026-05-22' })
  to: string;
}

class TrainerFacts {
  @ApiProperty({
    required: false,
    nullable: true,
    description: 'For somebody without an entry among the practitioners',
  })
  @IsOptional()
  @MaxLength(200, { message: 'The name must be 200 characters or fewer' })
  @IsString({ message: 'The name must be text' })
  name?: string | null;

  @ApiProperty({ required: false, nullable: true })
  @IsOptional()
  @MaxLength(254, { message: 'The email address must be 254 characters or fewer' })
  @IsEmail({}, { message: 'Enter an email address like name@example.org' })
  email?: string | null;

  @ApiProperty({ required: false, nullable: true })
  @IsOptional()
  @MaxLength(190, { message: 'The organisation must be 190 characters or fewer' })
  @IsString({ message: 'The organisation must be text' })
  organisation?: string | null;

  @ApiProperty({ required: false, nullable: true, description: 'The agency that lends the trainer' })
  @IsOptional()
  @IsString({ message: 'agencyId must be text' })
  agencyId?: string | null;

  @ApiProperty({ required: false, nullable: true })
  @IsOptional()
  @MaxLength(500, { message: 'The topics must be 500 characters or fewer' })
  @IsString({ message: 'The topics must be text' })
  topics?: string | null;

  @ApiProperty({ required: false, nullable: true })
  @IsOptional()
  @MaxLength(1000, { message: 'The availability must be 1000 characters or fewer' })
  @IsString({ message: 'The availability must be text' })
  availability?: string | null;

  @ApiProperty({ required: false, type: [AbsenceDto], description: 'Days on which the trainer cannot train' })
  @ValidateIf(isGiven)
  @ValidateNested({ each: true, message: 'Each time away needs a first and a last day' })
  @Type(() => AbsenceDto)
  @ArrayMaxSize(MOST_ABSENCES, { message: `Give ${MOST_ABSENCES} times away or fewer` })
  @IsArray({ message: 'The times away must be a list' })
  absences?: AbsenceDto[];
}

export class NewTrainerDto extends TrainerFacts implements NewTrainer {
  @ApiProperty({ enum: TRAINER_KINDS })
  @IsIn(TRAINER_KINDS, { message: `The kind must be one of ${TRAINER_KINDS.join(', ')}` })
  kind: TrainerKind;

  @ApiProperty({ required: false, nullable: true, description: 'The practitioner who trains' })
  @IsOptional()
  @IsString({ message: 'personId must be text' })
  personId?: string | null;
}

export class TrainerChangeDto extends TrainerFacts implements TrainerChange {
  @ApiProperty({ required: false, enum: TRAINER_KINDS })
  @ValidateIf(isGiven)
  @IsIn(TRAINER_KINDS, { message: `The kind must be one of ${TRAINER_KINDS.join(', ')}` })
  kind?: TrainerKind;

  @ApiProperty({ required: false })
  @ValidateIf(isGiven)
  @IsBoolean({ message: 'active must be true or false' })
  active?: boolean;
}

export class TrainerListQuery extends ListQuery {
  @ApiProperty({ required: false, enum: TRAINER_KINDS })
  @IsOptional()
  @IsIn(TRAINER_KINDS, { message: `kind must be one of ${TRAINER_KINDS.join(', ')}` })
  kind?: TrainerKind;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'agencyId must be text' })
  agencyId?: string;

  @ApiProperty({ required: false, enum: ['true', 'false'] })
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'active must be true or false' })
  active?: 'true' | 'false';
}

export class LentHoursQuery {
  @ApiProperty({ required: false, description: 'A partnership year, such as 2025-26; the present one where left out' })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}$/, { message: 'year must be a partnership year such as 2025-26' })
  year?: string;
}

class AssignmentFacts {
  @ApiProperty({ required: false, enum: TRAINER_ANSWERS })
  @ValidateIf(isGiven)
  @IsIn(TRAINER_ANSWERS, { message: `The answer must be one of ${TRAINER_ANSWERS.join(', ')}` })
  answer?: TrainerAnswer;

  @ApiProperty({ required: false, enum: TRAINER_PARTS })
  @ValidateIf(isGiven)
  @IsIn(TRAINER_PARTS, { message: `The part must be one of ${TRAINER_PARTS.join(', ')}` })
  part?: TrainerPart;

  @ApiProperty({ required: false, description: 'Hours contributed; the length of the sessions where left out' })
  @ValidateIf(isGiven)
  @Max(500, { message: 'The hours must be 500 or fewer' })
  @Min(0, { message: 'The hours must be 0 or more' })
  @IsNumber({ maxDecimalPlaces: 2 }, { message: 'Enter the hours as a number, such as 3.5' })
  hours?: number;
}

export class NewEventTrainerDto extends AssignmentFacts implements NewEventTrainer {
  @ApiProperty()
  @IsString({ message: 'Choose the event' })
  eventId: string;

  @ApiProperty()
  @IsString({ message: 'Choose the trainer' })
  trainerId: string;
}

export class EventTrainerChangeDto extends AssignmentFacts implements EventTrainerChange {}

export class EventTrainerListQuery extends ListQuery {
  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'eventId must be one id' })
  eventId?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'trainerId must be one id' })
  trainerId?: string;
}
