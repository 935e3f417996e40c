import { ApiProperty } from '@nestjs/swagger';
import {
  type NewLinkedResource,
  RESOURCE_VISIBILITIES,
  type ResourceChange,
  type ResourceVisibility,
} from '@roundtable/contracts';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  MaxLength,
  ValidateIf,
} from 'class-validator';

const LINKED = ['link', 'recording'] as const;
const WEB = { protocols: ['http', 'https'], require_protocol: true, require_tld: false };
const VISIBILITY = `Who sees it must be one of ${RESOURCE_VISIBILITIES.join(', ')}`;
const URL = 'Enter the link with https:// at its start';

export class NewResourceQuery {
  @ApiProperty()
  @MaxLength(200, { message: 'The title must be 200 characters or fewer' })
  @Matches(/\S/, { message: 'Enter the title' })
  title: string;

  @ApiProperty({ required: false, enum: RESOURCE_VISIBILITIES })
  @IsOptional()
  @IsIn(RESOURCE_VISIBILITIES, { message: VISIBILITY })
  visibility?: ResourceVisibility;
}

export class NewLinkedResourceDto extends NewResourceQuery implements NewLinkedResource {
  @ApiProperty({ enum: LINKED })
  @IsIn(LINKED, { message: `The kind must be one of ${LINKED.join(', ')}; a file is uploaded` })
  kind: 'link' | 'recording';

  @ApiProperty()
  @MaxLength(1000, { message: 'The link must be 1000 characters or fewer' })
  @IsUrl(WEB, { message: URL })
  url: string;
}

const isGiven = (_: unknown, value: unknown): boolean => value !== undefined;

export class ResourceChangeDto implements ResourceChange {
  @ApiProperty({ required: false })
  @ValidateIf(isGiven)
  @MaxLength(200, { message: 'The title must be 200 characters or fewer' })
  @Matches(/\S/, { message: 'Enter the title' })
  title?: string;

  @ApiProperty({ required: false, description: 'Of a link or a recording' })
  @ValidateIf(isGiven)
  @MaxLength(1000, { message: 'The link must be 1000 characters or fewer' })
  @IsUrl(WEB, { message: URL })
  url?: string;

  @ApiProperty({ required: false, enum: RESOURCE_VISIBILITIES })
  @ValidateIf(isGiven)
  @IsIn(RESOURCE_VISIBILITIES, { message: VISIBILITY })
  visibility?: ResourceVisibility;
}

export class ResourceOrderDto {
  @ApiProperty({ type: [String], description: 'All of them, in the order they are wanted' })
  @ArrayMaxSize(200, { message: 'Name 200 resources or fewer' })
  @ArrayUnique({ message: 'Name each resource once' })
  @IsString({ each: true, message: 'Each resource must be named by its id' })
  @IsArray({ message: 'The order must be a list' })
  resourceIds: string[];
}
