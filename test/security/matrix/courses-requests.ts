import { CourseStages, CoursesService, LearningSourcesService } from '@roundtable/courses';
import { GuidanceService } from '@roundtable/elearning';
import { type ResourceEntity, ResourcesService } from '@roundtable/events';
import { SYSTEM } from '@roundtable/platform';
import type { Product } from '../../support/product';
import type { RouteRequest } from './requests';

const PDF = '%PDF-1.7\n1 0 obj\n<< >>\nendobj\n%%EOF\n';

type Ask = (
  rows: Parameters<RouteRequest['ask']>[1],
  prepared: Record<string, string>,
) => ReturnType<RouteRequest['ask']>;
const shared = (ask: Ask, prepare?: (product: Product) => Promise<Record<string, string>>): RouteRequest => ({
  rows: 'shared',
  ask: (_, rows, __, prepared) => ask(rows, prepared),
  ...(prepare ? { prepare: (product) => prepare(product) } : {}),
});

async function anyCourse(product: Product): Promise<string> {
  const courses = await product.ask<{ id: string; title: string }[]>('GET', '/api/courses');
  return courses.body.find(({ title }) => title === 'Matrix course')?.id ?? '';
}

async function aFile(product: Product): Promise<Record<string, string>> {
  const place = { courseId: await anyCourse(product) };
  const file = { name: 'handout.pdf', content: Buffer.from(PDF) };
  const made: ResourceEntity = await product.app
    .get(ResourcesService)
    .addFile(SYSTEM, place, { title: 'Handout' }, file);
  return { id: made.id };
}

async function aRecording(product: Product): Promise<Record<string, string>> {
  const place = { courseId: await anyCourse(product) };
  const wanted = { kind: 'recording' as const, title: 'Recording', url: 'https://videos.example/1' };
  return { id: (await product.app.get(ResourcesService).addLinked(SYSTEM, place, wanted)).id };
}

async function aSource(product: Product): Promise<Record<string, string>> {
  const wanted = { kind: 'audit' as const, description: 'An audit' };
  return { id: (await product.app.get(LearningSourcesService).create(SYSTEM, wanted)).id };
}

async function aDocument(product: Product): Promise<Record<string, string>> {
  return { id: await product.app.get(GuidanceService).add(SYSTEM, { title: 'Working Together', edition: '2023' }) };
}

/** Routes of the catalogue beside courses themselves: stages, codes, sources, guidance, and resources. */
export const COURSES_REQUESTS: Record<string, RouteRequest> = {
  'GET /c/:slug/preview': shared((rows) => ({ path: `/c/${rows.courseSlug}/preview` })),
  'GET /api/courses/:id/qr.svg': shared((rows) => ({ path: `/api/courses/${rows.courseId}/qr.svg` })),
  'GET /api/courses/:id/qr.png': shared((rows) => ({ path: `/api/courses/${rows.courseId}/qr.png` })),
  'POST /api/courses/:id/archival': {
    rows: 'shared',
    prepare: async (product) => {
      const wanted = { title: 'A course to archive', summary: 'Not run any more' };
      const { id } = await product.app.get(CoursesService).create(SYSTEM, wanted);
      await product.app.get(CourseStages).publish(SYSTEM, id);
      return { id };
    },
    ask: (_, __, ___, { id }) => ({ path: `/api/courses/${id}/archival`, body: { alternativeCourseIds: [] } }),
  },

  'GET /api/learning-sources': shared(() => ({ path: '/api/learning-sources' })),
  'GET /api/learning-sources/:id': shared((_, { id }) => ({ path: `/api/learning-sources/${id}` }), aSource),
  'POST /api/learning-sources': shared(() => ({
    path: '/api/learning-sources',
    body: { kind: 'audit', description: 'Neglect audit' },
  })),
  'PATCH /api/learning-sources/:id': shared(
    (_, { id }) => ({ path: `/api/learning-sources/${id}`, body: { publicWording: 'An audit of 2025' } }),
    aSource,
  ),
  'DELETE /api/learning-sources/:id': shared((_, { id }) => ({ path: `/api/learning-sources/${id}` }), aSource),

  'GET /api/guidance': shared(() => ({ path: '/api/guidance' })),
  'GET /api/guidance/:id': shared((_, { id }) => ({ path: `/api/guidance/${id}` }), aDocument),
  'POST /api/guidance': shared(() => ({ path: '/api/guidance', body: { title: 'New guidance', edition: '2026' } })),
  'PATCH /api/guidance/:id': shared(
    (_, { id }) => ({ path: `/api/guidance/${id}`, body: { title: 'Another title' } }),
    aDocument,
  ),
  'POST /api/guidance/:id/editions': shared(
    (_, { id }) => ({ path: `/api/guidance/${id}/editions`, body: { name: '2026' } }),
    aDocument,
  ),
  'GET /api/guidance/:id/last-trained': shared(
    (_, { id }) => ({ path: `/api/guidance/${id}/last-trained` }),
    aDocument,
  ),
  'GET /api/guidance/:id/last-trained.csv': shared(
    (_, { id }) => ({ path: `/api/guidance/${id}/last-trained.csv` }),
    aDocument,
  ),
  'PUT /api/modules/:id/guidance-editions': shared((rows) => ({
    path: `/api/modules/${rows.module.id}/guidance-editions`,
    body: { guidanceEditionIds: [] },
  })),

  'GET /api/courses/:id/resources': shared((rows) => ({ path: `/api/courses/${rows.courseId}/resources` })),
  'POST /api/courses/:id/resources': shared((rows) => ({
    path: `/api/courses/${rows.courseId}/resources`,
    body: { kind: 'link', title: 'A toolkit', url: 'https://toolkit.example/' },
  })),
  'POST /api/courses/:id/resources/file': shared((rows) => ({
    path: `/api/courses/${rows.courseId}/resources/file?title=Handout`,
    file: PDF,
  })),
  'PUT /api/courses/:id/resources/order': shared((rows) => ({
    path: `/api/courses/${rows.courseId}/resources/order`,
    body: { resourceIds: [] },
  })),
  'GET /api/events/:id/resources': shared((rows) => ({ path: `/api/events/${rows.openEventId}/resources` })),
  'POST /api/events/:id/resources': shared((rows) => ({
    path: `/api/events/${rows.openEventId}/resources`,
    body: { kind: 'recording', title: 'The morning', url: 'https://videos.example/1' },
  })),
  'POST /api/events/:id/resources/file': shared((rows) => ({
    path: `/api/events/${rows.openEventId}/resources/file?title=Handout`,
    file: PDF,
  })),
  'PUT /api/events/:id/resources/order': shared((rows) => ({
    path: `/api/events/${rows.openEventId}/resources/order`,
    body: { resourceIds: [] },
  })),
  'PATCH /api/resources/:id': shared(
    (_, { id }) => ({ path: `/api/resources/${id}`, body: { title: 'Another title' } }),
    aFile,
  ),
  'DELETE /api/resources/:id': shared((_, { id }) => ({ path: `/api/resources/${id}` }), aFile),
  'GET /api/resources/:id/file': shared((_, { id }) => ({ path: `/api/resources/${id}/file` }), aFile),
  'GET /resources/:id/file': shared((_, { id }) => ({ path: `/resources/${id}/file` }), aFile),
  'POST /api/resources/:id/watching': shared(
    (_, { id }) => ({ path: `/api/resources/${id}/watching`, body: {} }),
    aRecording,
  ),
  'GET /api/watched-recordings': shared(() => ({ path: '/api/watched-recordings' })),
  'GET /recordings/:id': shared((_, { id }) => ({ path: `/recordings/${id}` }), aRecording),
  'POST /recordings/:id': shared((_, { id }) => ({ path: `/recordings/${id}`, form: {} }), aRecording),
};
