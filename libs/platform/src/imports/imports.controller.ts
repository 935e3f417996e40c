import { Body, Controller, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { ImportResult } from '@roundtable/contracts';
import type { FastifyRequest } from 'fastify';
import { type Actor, CurrentActor, Permit } from '../http';
import { ImportQuery, TypedRowsDto } from './import.dto';
import { uploadedSheet } from './uploaded-sheet';
import { Imports, type RunOptions } from './imports.service';

function optionsOf(actor: Actor, query: ImportQuery): RunOptions {
  return {
    actor,
    dryRun: query.dryRun === 'true',
    withCells: query.cells === 'true',
    period: query.period ?? null,
    isDemonstration: false,
  };
}

@Controller('api/imports')
export class ImportsController {
  constructor(private readonly imports: Imports) {}

  @Post(':kind')
  @HttpCode(200)
  @Permit('imports.run')
  async run(
    @CurrentActor() actor: Actor,
    @Param('kind') kind: string,
    @Query() query: ImportQuery,
    @Req() request: FastifyRequest,
  ): Promise<ImportResult> {
    return this.imports.run(kind, await uploadedSheet(request), optionsOf(actor, query));
  }

  @Post(':kind/rows')
  @HttpCode(200)
  @Permit('imports.run')
  runRows(
    @CurrentActor() actor: Actor,
    @Param('kind') kind: string,
    @Query() query: ImportQuery,
    @Body() typed: TypedRowsDto,
  ): Promise<ImportResult> {
    return this.imports.runRows(kind, typed, optionsOf(actor, query));
  }
}
