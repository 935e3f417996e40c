import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import type { SectorView } from '@roundtable/contracts';
import { type Actor, CurrentActor, type Page, Permit } from '@roundtable/platform';
import { NewSectorDto, SectorChangeDto, SectorListQuery, SectorOrderDto } from './sector.dto';
import { SectorKeeping } from './sector-keeping.service';

@Controller('api/sectors')
export class SectorsController {
  constructor(private readonly keeping: SectorKeeping) {}

  @Get()
  @Permit('sectors.read')
  list(@Query() query: SectorListQuery): Promise<Page<SectorView>> {
    return this.keeping.list(query);
  }

  @Post()
  @Permit('sectors.write')
  create(@CurrentActor() actor: Actor, @Body() wanted: NewSectorDto): Promise<SectorView> {
    return this.keeping.create(actor, wanted);
  }

  @Put('order')
  @Permit('sectors.write')
  order(@CurrentActor() actor: Actor, @Body() { ids }: SectorOrderDto): Promise<SectorView[]> {
    return this.keeping.order(actor, ids);
  }

  @Patch(':id')
  @Permit('sectors.write')
  change(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() change: SectorChangeDto): Promise<SectorView> {
    return this.keeping.change(actor, id, change);
  }

  @Delete(':id')
  @HttpCode(204)
  @Permit('sectors.write')
  remove(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.keeping.remove(actor, id);
  }
}
