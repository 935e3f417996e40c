import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import * as sass from 'sass';

const library = dirname(fileURLToPath(import.meta.url));
const workspace = resolve(library, '../..');
const assets = join(workspace, 'dist/assets');
const views = join(workspace, 'dist/views');
const govuk = join(workspace, 'node_modules/govuk-frontend/dist/govuk');
const onlyTemplates = (ending) => (path) => !/\.[a-z]+$/i.test(path) || path.endsWith(ending);

for (const folder of [assets, views]) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

const { css } = sass.compile(join(library, 'assets/site.scss'), {
  style: 'compressed',
  loadPaths: [join(workspace, 'node_modules')],
  quietDeps: true,
});
writeFileSync(join(assets, 'site.css'), css);

const bundle = await rolldown({ input: join(library, 'assets/site.mjs'), cwd: workspace });
await bundle.write({ file: join(assets, 'site.js'), format: 'esm', minify: true });
await bundle.close();

cpSync(join(library, 'assets/favicon.svg'), join(assets, 'favicon.svg'));
cpSync(join(library, 'src'), views, { recursive: true, filter: onlyTemplates('.njk') });
cpSync(govuk, join(views, 'govuk'), { recursive: true, filter: onlyTemplates('.njk') });

// Pages link an asset with a part of its hash, so that it may be kept for a year and still changes at once.
const manifest = {};
for (const name of ['site.css', 'site.js', 'favicon.svg'])
  manifest[name] = createHash('sha256')
    .update(readFileSync(join(assets, name)))
    .digest('hex')
    .slice(0, 12);
writeFileSync(join(assets, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
console.log(`site: ${Object.keys(manifest).join(', ')} and templates are in dist/`);
