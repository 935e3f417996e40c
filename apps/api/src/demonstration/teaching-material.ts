import { Injectable } from '@nestjs/common';
import { CourseEntity, CoursesService, LearningSourcesService } from '@roundtable/courses';
import { GuidanceService, ModulesService } from '@roundtable/elearning';
import { EventEntity, ResourcesService } from '@roundtable/events';
import { Database, SYSTEM, found } from '@roundtable/platform';
import PDFDocument from 'pdfkit';

const KEEPING_SAFE = 'Keeping children safe in education';
const IN_EDUCATION = ['DSL', 'SR', 'MA'];

/** Guidance, handouts, links and a recording of the demonstration. The guidance is public; the handouts are invented. */
@Injectable()
export class TeachingMaterial {
  constructor(
    private readonly database: Database,
    private readonly courses: CoursesService,
    private readonly sources: LearningSourcesService,
    private readonly guidance: GuidanceService,
    private readonly modules: ModulesService,
    private readonly resources: ResourcesService,
  ) {}

  /** Before anybody completes anything: the editions that were taught then. */
  async teach(): Promise<void> {
    const together = await this.document('Working Together', '2023');
    const safe = await this.document(KEEPING_SAFE, '2024');
    const codes = new Map((await this.database.repo(CourseEntity).find()).map(({ code, id }) => [code, id]));
    await this.courses.change(SYSTEM, found(codes.get('WT')), { guidanceEditionIds: [together], validityMonths: 36 });
    for (const code of IN_EDUCATION)
      await this.courses.change(SYSTEM, found(codes.get(code)), { guidanceEditionIds: [safe] });
    const module = found([...(await this.modules.byTitle()).values()].find(({ slug }) => slug.startsWith('managing')));
    await this.guidance.teach({ moduleId: module.id }, [safe]);
  }

  /** Afterwards: a newer edition, so that something is to review, and what people can take home. */
  async handOut(): Promise<void> {
    const documents = await this.guidance.documents();
    await this.guidance.addEdition(SYSTEM, found(documents.get(KEEPING_SAFE)), '2025');
    const inquiry = (await this.sources.idsByDescription()).get('Independent Inquiry into Child Sexual Abuse');
    await this.sources.change(SYSTEM, found(inquiry), {
      publicWording: 'The Independent Inquiry into Child Sexual Abuse',
      publicUrl: 'https://www.iicsa.org.uk/',
    });
    const courses = await this.database.repo(CourseEntity).find();
    const courseId = found(courses.find(({ code }) => code === 'MA')).id;
    const [past] = await this.database
      .repo(EventEntity)
      .find({ where: { courseId }, order: { startsAt: 'ASC' }, take: 1 });
    const eventId = found(past).id;
    const checklist = { name: 'first-hours.pdf', content: await aPage('Managing allegations: the first hours') };
    await this.resources.addFile(SYSTEM, { courseId }, { title: 'The first hours: a checklist' }, checklist, true);
    const slides = { name: 'slides.pdf', content: await aPage('Managing Allegations Workshop: slides') };
    const forDelegates = { title: 'Slides of the workshop', visibility: 'attended' as const };
    await this.resources.addFile(SYSTEM, { eventId }, forDelegates, slides, true);
    await this.resources.addLinked(
      SYSTEM,
      { courseId },
      {
        kind: 'link',
        title: 'Statutory guidance on GOV.UK',
        url: 'https://www.gov.uk/government/collections/statutory-guidance-schools',
      },
      true,
    );
    await this.resources.addLinked(
      SYSTEM,
      { eventId },
      {
        kind: 'recording',
        title: 'The workshop, recorded',
        url: 'https://videos.example/managing-allegations',
        visibility: 'booked',
      },
      true,
    );
  }

  /** Adds a document, and answers the id of its edition. */
  private async document(title: string, edition: string): Promise<string> {
    return this.guidance.newestOf(await this.guidance.add(SYSTEM, { title, edition }));
  }
}

/** One page that says it is invented. */
function aPage(heading: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const page = new PDFDocument({ size: 'A4', margin: 72, info: { Title: heading } });
    const parts: Buffer[] = [];
    page.on('data', (part: Buffer) => parts.push(part));
    page.on('end', () => resolve(Buffer.concat(parts)));
    page.on('error', reject);
    page.fontSize(22).text(heading).moveDown();
    page.fontSize(12).text('Demonstration. This handout is invented and teaches nothing.');
    page.end();
  });
}
