import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtFolder } from './views';

const NAMES = ['site.css', 'site.js', 'favicon.svg'] as const;

export interface AssetLinks {
  css: string;
  js: string;
  icon: string;
}

/** Addresses of the stylesheet, the script and the icon, each with a part of its hash, from the build's list. */
export function assetLinks(folder = builtFolder('assets', 'dist/assets')): AssetLinks {
  const list = join(folder, 'manifest.json');
  const hashes = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Record<string, string>) : {};
  const [css, js, icon] = NAMES.map((name) => `/assets/${name}${hashes[name] ? `?v=${hashes[name]}` : ''}`);
  return { css: css ?? '', js: js ?? '', icon: icon ?? '' };
}
