import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
import { LARGEST_RESOURCE_BYTES, type ResourceView } from '@roundtable/contracts';
import {
  NewLinkedResourceDto,
  NewResourceQuery,
  ResourceOrderDto,
  ResourcesService,
  resourceView,
} from '@roundtable/events';
import { type Actor, CurrentActor, Permit, uploadedFile } from '@roundtable/platform';
import type { FastifyRequest } from 'fastify';
import { ResourceAccess } from './resource-access.service';

@Controller('api/courses/:id/resources')
export class CourseResourcesController {
  constructor(
    private readonly access: ResourceAccess,
    private readonly resources: ResourcesService,
  ) {}

  @Get()
  @Permit('resources.read')
  async list(@CurrentActor() actor: Actor, @Param('id') courseId: string): Promise<ResourceView[]> {
    return (await this.access.list(actor, { courseId })).map(resourceView);
  }

  @Post()
  @Permit('resources.write')
  async add(
    @CurrentActor() actor: Actor,
    @Param('id') courseId: string,
    @Body() wanted: NewLinkedResourceDto,
  ): Promise<ResourceView> {
    return resourceView(await this.resources.addLinked(actor, { courseId }, wanted));
  }

  @Post('file')
  @Permit('resources.write')
  async upload(
    @CurrentActor() actor: Actor,
    @Param('id') courseId: string,
    @Query() wanted: NewResourceQuery,
    @Req() request: FastifyRequest,
  ): Promise<ResourceView> {
    const file = await uploadedFile(request, LARGEST_RESOURCE_BYTES);
    return resourceView(await this.resources.addFile(actor, { courseId }, wanted, file));
  }

  @Put('order')
  @HttpCode(200)
  @Permit('resources.write')
  async order(
    @CurrentActor() actor: Actor,
    @Param('id') courseId: string,
    @Body() { resourceIds }: ResourceOrderDto,
  ): Promise<ResourceView[]> {
    await this.resources.order(actor, { courseId }, resourceIds);
    return this.list(actor, courseId);
  }
}
