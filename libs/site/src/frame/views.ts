import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { paths } from '@roundtable/contracts';
import nunjucks from 'nunjucks';

/** A folder that the build wrote, beside the running bundle or one above it; else the given folder of the tree. */
export function builtFolder(name: string, otherwise: string): string {
  const bundle = dirname(process.argv[1] ?? '.');
  const candidates = [resolve(bundle, name), resolve(bundle, '..', name)];
  return candidates.find((folder) => existsSync(folder)) ?? resolve(process.cwd(), otherwise);
}

/** The templates of the website and of GOV.UK Frontend. Everything written into them is escaped. */
export function siteTemplates(): nunjucks.Environment {
  const folders = [builtFolder('views', 'libs/site/src'), resolve(process.cwd(), 'node_modules/govuk-frontend/dist')];
  const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(folders), {
    autoescape: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  environment.addGlobal('paths', paths);
  environment.addFilter('jsonLd', (data: object) => new nunjucks.runtime.SafeString(jsonInHtml(data)));
  return environment;
}

/** JSON that may stand in a page: nothing in it can end the element it stands in. */
function jsonInHtml(data: object): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
