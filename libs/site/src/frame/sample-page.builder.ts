import type { PageModel } from './site-pages';

/** A template with a model as its presenter makes it. */
export interface SamplePage {
  name: string;
  template: string;
  model: PageModel;
}

export function samplePage(name: string, template: string, model: PageModel): SamplePage {
  return { name, template: `${template}.njk`, model };
}
