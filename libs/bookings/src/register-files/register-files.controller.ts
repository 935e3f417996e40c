import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { type Actor, CurrentActor, Permit } from '@roundtable/platform';
import { RegisterService } from '../register.service';
import { drawRegister } from './register-drawing';
import { registerCsv, registerSheet, registerWorkbook } from './register-sheet';

const named = (ending: string): string => `attachment; filename="register.${ending}"`;

/** The register as a file. Each download leaves an entry in the audit log, as every file does. */
@Controller('api/events/:id')
export class RegisterFilesController {
  constructor(private readonly register: RegisterService) {}

  @Get('register.csv')
  @Header('cache-control', 'no-store')
  @Permit('register.read')
  async csv(@CurrentActor() actor: Actor, @Param('id') eventId: string): Promise<StreamableFile> {
    const text = registerCsv(registerSheet(await this.register.of(actor, eventId)));
    return new StreamableFile(Buffer.from(text), { type: 'text/csv; charset=utf-8', disposition: named('csv') });
  }

  @Get('register.xlsx')
  @Header('cache-control', 'no-store')
  @Permit('register.read')
  async workbook(@CurrentActor() actor: Actor, @Param('id') eventId: string): Promise<StreamableFile> {
    return new StreamableFile(await registerWorkbook(registerSheet(await this.register.of(actor, eventId))), {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      disposition: named('xlsx'),
    });
  }

  @Get('register.pdf')
  @Header('cache-control', 'no-store')
  @Permit('register.read')
  async pdf(@CurrentActor() actor: Actor, @Param('id') eventId: string): Promise<StreamableFile> {
    return new StreamableFile(await drawRegister(registerSheet(await this.register.of(actor, eventId))), {
      type: 'application/pdf',
      disposition: named('pdf'),
    });
  }
}
