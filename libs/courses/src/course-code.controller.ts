import { Controller, Get, Header, Inject, Param, StreamableFile } from '@nestjs/common';
import { paths } from '@roundtable/contracts';
import { type Actor, CONFIG, type Config, CurrentActor, Permit, qrCodeDrawing } from '@roundtable/platform';
import { toBuffer } from 'qrcode';
import { CourseQueries } from './courses.queries';

/** Pixels of one module, and modules around the code: enough for 5 cm of print. */
const SCALE = 12;
const QUIET = 4;

/** A course's short address as a code to photograph, for posters and slides. */
@Controller('api/courses')
export class CourseCodeController {
  constructor(
    private readonly queries: CourseQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(':id/qr.svg')
  @Header('cache-control', 'no-store')
  @Permit('courses.write')
  async svg(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    const { slug } = await this.queries.byKey(actor, id);
    const drawing = await qrCodeDrawing(this.addressOf(slug));
    return new StreamableFile(Buffer.from(drawing), {
      type: 'image/svg+xml',
      disposition: `attachment; filename="${slug}.svg"`,
    });
  }

  @Get(':id/qr.png')
  @Header('cache-control', 'no-store')
  @Permit('courses.write')
  async png(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    const { slug } = await this.queries.byKey(actor, id);
    const drawing = await toBuffer(this.addressOf(slug), {
      type: 'png',
      margin: QUIET,
      scale: SCALE,
      errorCorrectionLevel: 'M',
    });
    return new StreamableFile(drawing, { type: 'image/png', disposition: `attachment; filename="${slug}.png"` });
  }

  private addressOf(slug: string): string {
    return `${this.config.publicUrl}${paths.course({ slug })}`;
  }
}
