import { Body, Controller, Get, Param, Patch } from '@nestjs/common';
import type { CourseTermsView } from '@roundtable/contracts';
import { type Actor, CurrentActor, Permit } from '@roundtable/platform';
import { CourseTermsDto } from './course-terms.dto';
import { CourseTermsService } from './course-terms.service';

@Controller('api/courses/:id/terms')
export class CourseTermsController {
  constructor(private readonly terms: CourseTermsService) {}

  @Get()
  @Permit('courses.write')
  of(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<CourseTermsView> {
    return this.terms.of(actor, id);
  }

  @Patch()
  @Permit('courses.write')
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() terms: CourseTermsDto,
  ): Promise<CourseTermsView> {
    return this.terms.change(actor, id, terms);
  }
}
