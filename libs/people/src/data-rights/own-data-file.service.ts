import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type DataSection, Database, PersonalData, found, londonDate } from '@roundtable/platform';
import { Zip, ZipDeflate, strToU8 } from 'fflate';
import { PersonEntity } from '../person.entity';
import { dataPage } from './own-data-page';
import { sectionCsv, sectionFileName } from './own-data-sheets';

/** Everything held about a person as one ZIP file: a page to read, a sheet for each section, and all of it as JSON. */
@Injectable()
export class OwnDataFile {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly personalData: PersonalData,
  ) {}

  /** The actor's own data, and nobody else's. The file is packed while it is read. */
  async of(actor: Actor): Promise<{ name: string; content: Readable }> {
    const person = found(await this.database.repo(PersonEntity).findOneBy({ id: actor.personId ?? '' }));
    const sections = await this.personalData.exportOf(person.id);
    const madeAt = this.clock.now();
    const content = Readable.from(packed(filesOf(person.name, sections, madeAt)));
    return { name: `your-data-${londonDate(madeAt)}.zip`, content };
  }
}

function filesOf(name: string, sections: DataSection[], madeAt: Date): [name: string, text: () => string][] {
  return [
    ['index.html', () => dataPage(name, sections, madeAt)],
    ['data.json', () => JSON.stringify({ madeAt, sections }, null, 2)],
    ...sections.map((section, index): [string, () => string] => [
      sectionFileName(section, index),
      () => sectionCsv(section),
    ]),
  ];
}

/** The parts of a ZIP file, one file after the other. */
function* packed(files: [name: string, text: () => string][]): Generator<Buffer> {
  const parts: Buffer[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(Buffer.from(part));
  });
  for (const [name, text] of files) {
    const file = new ZipDeflate(name, { level: 6 });
    zip.add(file);
    file.push(strToU8(text()), true);
    yield* parts.splice(0);
  }
  zip.end();
  yield* parts.splice(0);
}
