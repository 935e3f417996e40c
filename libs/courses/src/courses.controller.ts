import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { CourseView } from '@roundtable/contracts';
import { type Actor, CurrentActor, type Page, Permit } from '@roundtable/platform';
import { CourseStages } from './course-stages.service';
import { CourseChangeDto, CourseListQuery, NewCourseDto } from './course.dto';
import { CourseQueries } from './courses.queries';
import { CoursesService } from './courses.service';

@Controller('api/courses')
export class CoursesController {
  constructor(
    private readonly queries: CourseQueries,
    private readonly courses: CoursesService,
    private readonly stages: CourseStages,
  ) {}

  @Get()
  @Permit('courses.read')
  list(@CurrentActor() actor: Actor, @Query() query: CourseListQuery): Promise<Page<CourseView>> {
    return this.queries.list(actor, query);
  }

  @Get(':id')
  @Permit('courses.read')
  one(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<CourseView> {
    return this.queries.one(actor, id);
  }

  @Post()
  @Permit('courses.write')
  create(@CurrentActor() actor: Actor, @Body() wanted: NewCourseDto): Promise<CourseView> {
    return this.courses.create(actor, wanted);
  }

  @Patch(':id')
  @Permit('courses.write')
  change(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() change: CourseChangeDto): Promise<CourseView> {
    return this.courses.change(actor, id, change);
  }

  @Post(':id/publication')
  @HttpCode(200)
  @Permit('courses.write')
  publish(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<CourseView> {
    return this.stages.publish(actor, id);
  }
}
