import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { CourseView } from '@roundtable/contracts';
import { CourseArchivalDto } from '@roundtable/courses';
import { type Actor, CurrentActor, Permit } from '@roundtable/platform';
import { ArchivingService } from './archiving.service';

@Controller('api/courses')
export class ArchivingController {
  constructor(private readonly archiving: ArchivingService) {}

  @Post(':id/archival')
  @HttpCode(200)
  @Permit('courses.write')
  archive(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() wanted: CourseArchivalDto,
  ): Promise<CourseView> {
    return this.archiving.archive(actor, id, wanted);
  }
}
