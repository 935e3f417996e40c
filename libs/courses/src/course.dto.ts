import { ApiProperty } from '@nestjs/swagger';
import {
  COURSE_KINDS,
  COURSE_STATUSES,
  type CourseArchival,
  type CourseChange,
  type CourseKind,
  type CourseStatus,
  type NewCourse,
  PREREQUISITE_POLICIES,
  type PrerequisitePolicy,
  STEMS,
  type Stem,
} from '@roundtable/contracts';
import { ListQuery } from '@roundtable/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
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

const MOST_STATEMENTS = 20;
const MOST_PREREQUISITES = 20;
const MOST_TOPICS = 10;
const MOST_VALIDITIES = 60;
const MOST_LINKED = 20;
const MOST_SECTORS = 50;

export class OutcomeStatementDto {
  @ApiProperty({ required: false, description: 'Taken and not used: a statement is known by its stem and wording' })
  @IsOptional()
  @IsString({ message: 'The id of a statement must be text' })
  id?: string;

  @ApiProperty({ enum: STEMS })
  @IsIn(STEMS, { message: `The stem must be one of ${STEMS.join(', ')}` })
  stem: Stem;

  @ApiProperty()
  @MaxLength(300, { message: 'The wording must be 300 characters or fewer' })
  @Matches(/\S/, { message: 'Enter the wording' })
  wording: string;
}

export class CourseValidityDto {
  @ApiProperty({ required: false, nullable: true, description: 'The name of a sector; without one, designated leads' })
  @IsOptional()
  @MaxLength(100, { message: 'The sector must be 100 characters or fewer' })
  @IsString({ message: 'The sector must be text' })
  sector?: string | null;

  @ApiProperty()
  @Max(240, { message: 'The validity must be 240 months or fewer' })
  @Min(1, { message: 'The validity must be 1 month or more' })
  @IsInt({ message: 'The validity must be a whole number of months' })
  months: number;
}

/** What may be left out of a course, whether it is new or changed; null empties it. */
class CourseDetailsDto {
  @ApiProperty({ required: false })
  @IsOptional()
  @MaxLength(30, { message: 'The code must be 30 characters or fewer' })
  @Matches(/\S/, { message: 'Enter the code' })
  code?: string;

  @ApiProperty({ required: false, enum: COURSE_KINDS })
  @IsOptional()
  @IsIn(COURSE_KINDS, { message: `The kind must be one of ${COURSE_KINDS.join(', ')}` })
  kind?: CourseKind;

  @ApiProperty({ required: false, nullable: true })
  @IsOptional()
  @MaxLength(5000, { message: 'The aims must be 5000 characters or fewer' })
  @IsString({ message: 'The aims must be text' })
  aims?: string;

  @ApiProperty({ required: false, nullable: true })
  @IsOptional()
  @MaxLength(2000, { message: 'The audience must be 2000 characters or fewer' })
  @IsString({ message: 'The audience must be text' })
  audience?: string;

  @ApiProperty({ required: false, type: [String], description: 'Names of sectors; empty where it is for everybody' })
  @IsOptional()
  @ArrayMaxSize(MOST_SECTORS, { message: `Name ${MOST_SECTORS} sectors or fewer` })
  @ArrayUnique({ message: 'Name each sector once' })
  @IsString({ each: true, message: 'Each sector must be named' })
  @IsArray({ message: 'The sectors must be a list' })
  audienceSectors?: string[];

  @ApiProperty({ required: false, nullable: true })
  @IsOptional()
  @MaxLength(20, { message: 'The level must be 20 characters or fewer' })
  @IsString({ message: 'The level must be text' })
  level?: string;

  @ApiProperty({ required: false, nullable: true })
  @IsOptional()
  @MaxLength(100, { message: 'The topic must be 100 characters or fewer' })
  @IsString({ message: 'The topic must be text' })
  topic?: string;

  @ApiProperty({ required: false, type: [String], description: 'Comes before `topic`; the first is the main one' })
  @IsOptional()
  @ArrayMaxSize(MOST_TOPICS, { message: `Name ${MOST_TOPICS} topics or fewer` })
  @MaxLength(100, { each: true, message: 'Each topic must be 100 characters or fewer' })
  @IsString({ each: true, message: 'Each topic must be text' })
  @IsArray({ message: 'The topics must be a list' })
  topics?: string[];

  @ApiProperty({ required: false, nullable: true, description: 'To the minute; 2.5 is two and a half hours' })
  @IsOptional()
  @Max(400, { message: 'The hours must be 400 or fewer' })
  @Min(0.25, { message: 'The hours must be 0.25 or more' })
  @IsNumber({}, { message: 'The hours must be a number' })
  hours?: number;

  @ApiProperty({ required: false, nullable: true, description: 'Empty where what was learnt stays valid for ever' })
  @IsOptional()
  @Max(240, { message: 'The validity must be 240 months or fewer' })
  @Min(1, { message: 'The validity must be 1 month or more' })
  @IsInt({ message: 'The validity must be a whole number of months' })
  validityMonths?: number;

  @ApiProperty({ required: false, type: [CourseValidityDto], description: 'Periods of their own for sectors' })
  @IsOptional()
  @ValidateNested({ each: true, message: 'Each period needs a number of months' })
  @Type(() => CourseValidityDto)
  @ArrayMaxSize(MOST_VALIDITIES, { message: `Give ${MOST_VALIDITIES} periods or fewer` })
  @IsArray({ message: 'The periods must be a list' })
  validities?: CourseValidityDto[];

  @ApiProperty({ required: false, enum: PREREQUISITE_POLICIES })
  @IsOptional()
  @IsIn(PREREQUISITE_POLICIES, { message: `The policy must be one of ${PREREQUISITE_POLICIES.join(', ')}` })
  prerequisitePolicy?: PrerequisitePolicy;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsBoolean({ message: 'Say true or false to whether this is a series' })
  isSeries?: boolean;

  @ApiProperty({ required: false, type: [String] })
  @IsOptional()
  @ArrayMaxSize(MOST_PREREQUISITES, { message: `Name ${MOST_PREREQUISITES} modules or fewer` })
  @ArrayUnique({ message: 'Name each module once' })
  @IsString({ each: true, message: 'Each module must be named by its id' })
  @IsArray({ message: 'The modules must be a list' })
  prerequisiteModuleIds?: string[];

  @ApiProperty({ required: false, type: [String] })
  @IsOptional()
  @ArrayMaxSize(MOST_PREREQUISITES, { message: `Name ${MOST_PREREQUISITES} courses or fewer` })
  @ArrayUnique({ message: 'Name each course once' })
  @IsString({ each: true, message: 'Each course must be named by its id' })
  @IsArray({ message: 'The courses must be a list' })
  prerequisiteCourseIds?: string[];

  @ApiProperty({ required: false, type: [OutcomeStatementDto] })
  @IsOptional()
  @ValidateNested({ each: true, message: 'Each outcome statement needs a stem and a wording' })
  @Type(() => OutcomeStatementDto)
  @ArrayMaxSize(MOST_STATEMENTS, { message: `Give ${MOST_STATEMENTS} outcome statements or fewer` })
  @IsArray({ message: 'The outcome statements must be a list' })
  outcomeStatements?: OutcomeStatementDto[];

  @ApiProperty({ required: false, type: [String] })
  @IsOptional()
  @ArrayMaxSize(MOST_LINKED, { message: `Name ${MOST_LINKED} learning sources or fewer` })
  @ArrayUnique({ message: 'Name each learning source once' })
  @IsString({ each: true, message: 'Each learning source must be named by its id' })
  @IsArray({ message: 'The learning sources must be a list' })
  learningSourceIds?: string[];

  @ApiProperty({ required: false, type: [String] })
  @IsOptional()
  @ArrayMaxSize(MOST_LINKED, { message: `Name ${MOST_LINKED} editions or fewer` })
  @ArrayUnique({ message: 'Name each edition once' })
  @IsString({ each: true, message: 'Each edition must be named by its id' })
  @IsArray({ message: 'The editions must be a list' })
  guidanceEditionIds?: string[];
}

export class NewCourseDto extends CourseDetailsDto implements NewCourse {
  @ApiProperty()
  @MaxLength(200, { message: 'The title must be 200 characters or fewer' })
  @Matches(/\S/, { message: 'Enter the title' })
  title: string;

  @ApiProperty()
  @MaxLength(2000, { message: 'The summary must be 2000 characters or fewer' })
  @Matches(/\S/, { message: 'Enter the summary' })
  summary: string;
}

const isGiven = (_: unknown, value: unknown): boolean => value !== undefined;

export class CourseChangeDto extends CourseDetailsDto implements CourseChange {
  @ApiProperty({ required: false })
  @ValidateIf(isGiven)
  @MaxLength(200, { message: 'The title must be 200 characters or fewer' })
  @Matches(/\S/, { message: 'Enter the title' })
  title?: string;

  @ApiProperty({ required: false })
  @ValidateIf(isGiven)
  @MaxLength(2000, { message: 'The summary must be 2000 characters or fewer' })
  @Matches(/\S/, { message: 'Enter the summary' })
  summary?: string;

  @ApiProperty({
    required: false,
    description: 'The last part of the short address; the former one goes on to lead here',
  })
  @ValidateIf(isGiven)
  @MaxLength(120, { message: 'The short address must be 120 characters or fewer' })
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/, { message: 'Use small letters, digits and single hyphens' })
  slug?: string;
}

export class CourseArchivalDto implements CourseArchival {
  @ApiProperty({ required: false, type: [String], description: 'What to take instead' })
  @IsOptional()
  @ArrayMaxSize(MOST_LINKED, { message: `Name ${MOST_LINKED} courses or fewer` })
  @ArrayUnique({ message: 'Name each course once' })
  @IsString({ each: true, message: 'Each course must be named by its id' })
  @IsArray({ message: 'The courses must be a list' })
  alternativeCourseIds?: string[];
}

export class CourseListQuery extends ListQuery {
  @ApiProperty({ required: false, enum: COURSE_STATUSES })
  @IsOptional()
  @IsIn(COURSE_STATUSES, { message: `status must be one of ${COURSE_STATUSES.join(', ')}` })
  status?: CourseStatus;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'topic must be text' })
  topic?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString({ message: 'level must be text' })
  level?: string;

  @ApiProperty({ required: false, description: 'Courses for people of this sector, and those for everybody' })
  @IsOptional()
  @IsString({ message: 'audienceSector must be text' })
  audienceSector?: string;
}
