import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { CourseFormView } from '@roundtable/contracts';
import { type Actor, CurrentActor, Permit } from '@roundtable/platform';
import { CourseFormQueries } from './course-form.queries';
import { FormBuildingService } from './form-building.service';
import { WantedFormDto } from './form.dto';

/** The evaluation form of a course, as it is built. */
@Controller('api/courses/:id/evaluation-form')
export class CourseFormController {
  constructor(
    private readonly queries: CourseFormQueries,
    private readonly building: FormBuildingService,
  ) {}

  @Get()
  @Permit('evaluation-forms.read')
  of(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<CourseFormView> {
    return this.queries.of(actor, id);
  }

  @Put()
  @Permit('evaluation-forms.write')
  async save(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() wanted: WantedFormDto,
  ): Promise<CourseFormView> {
    const course = await this.queries.course(actor, id);
    await this.building.save(actor, course.id, wanted);
    return this.queries.of(actor, course.id);
  }

  @Delete()
  @HttpCode(204)
  @Permit('evaluation-forms.write')
  async discard(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    const course = await this.queries.course(actor, id);
    await this.building.discard(actor, course.id);
  }

  @Post('publication')
  @HttpCode(200)
  @Permit('evaluation-forms.write')
  async publish(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<CourseFormView> {
    const course = await this.queries.course(actor, id);
    await this.building.publish(actor, course.id);
    return this.queries.of(actor, course.id);
  }
}
