import { Controller, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { ImportResult } from '@roundtable/contracts';
import { IsIn, IsOptional, Matches } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { type Actor, CurrentActor, Permit, Problem, invalid } from '../http';
import { Imports } from './imports.service';

const LARGEST_FILE = 20 * 1024 * 1024;

export class ImportQuery {
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'dryRun must be true or false' })
  dryRun?: string;

  @IsOptional()
  @Matches(/^\d{4}-\d{2}$/, { message: 'period must be a partnership year such as 2020-21' })
  period?: string;
}

interface Upload {
  toBuffer(): Promise<Buffer>;
}

async function uploadedFile(request: FastifyRequest): Promise<Buffer> {
  const upload = request as unknown as { isMultipart(): boolean; file(options: object): Promise<Upload | undefined> };
  if (!upload.isMultipart()) throw new Problem('request.wrong-kind');
  const file = await upload.file({ limits: { fileSize: LARGEST_FILE, files: 1 } });
  if (!file) throw invalid({ file: 'Choose a file' });
  return file.toBuffer();
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
    return this.imports.run(kind, await uploadedFile(request), {
      actor,
      dryRun: query.dryRun === 'true',
      period: query.period ?? null,
      isDemonstration: false,
    });
  }
}
