import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { samplePages } from './sample-pages.builder';
import { siteTemplates } from './views';

const NASTY = '<script>alert(1)</script> & "quotes"';
const templates = siteTemplates();
const frame = {
  cspNonce: 'nonce',
  assets: { css: '/assets/site.css', js: '/assets/site.js', icon: '/assets/favicon.svg' },
  isSignedIn: true,
  name: 'Priya <b>Shah</b>',
  here: '/courses?q=a&topic=b',
  demonstration: 'Wednesday 8 May 2024, 9am',
  publicUrl: 'https://training.example.org',
};
const draw = (template: string, model: object): string =>
  templates.render(template, { ...model, frame, cspNonce: frame.cspNonce });
const all = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map((match) => match[1] ?? '');

describe.each(samplePages())('the page $name', ({ template, model }) => {
  const html = draw(template, model);

  it('has one title and one level-one heading', () => {
    expect(all(html, /<title>([^<]*)<\/title>/g)).toHaveLength(1);
    expect(all(html, /<title>([^<]*)<\/title>/g)[0]).toContain('Roundtable');
    expect(all(html, /<h1[ >]([^]*?)<\/h1>/g)).toHaveLength(1);
  });

  it('gives every id once, and describes and labels by ids that are there', () => {
    const ids = all(html, /\sid="([^"]*)"/g);
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids).not.toContain('');
    const named = all(html, /(?:aria-describedby|aria-labelledby|\sfor)="([^"]*)"/g).flatMap((text) => text.split(' '));
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
    expect(all(html, /href="#([^"]*)"/g).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('has at most one filled button, and the search does not count where there is another', () => {
    const buttons = all(html, /class="(govuk-button[^"]*)"/g).filter(
      (classes) =>
        /^govuk-button(\s|$)/.test(classes) && !classes.includes('--secondary') && !classes.includes('password-input'),
    );
    expect(buttons.length).toBeLessThanOrEqual(1);
  });

  it('loads nothing from another website and runs no script but its own', () => {
    const isOwn = (path: string) => path.startsWith('/') || path.startsWith('data:image/svg+xml;base64,');
    expect(all(html, /(?:src|action)="([^"]*)"/g).filter((path) => !isOwn(path))).toEqual([]);
    expect(all(html, /<link rel="(?!canonical)[^>]*href="([^"]*)"/g).filter((path) => !path.startsWith('/'))).toEqual(
      [],
    );
    expect(all(html, /<script([^>]*)>/g).filter((kind) => kind !== ' type="application/ld+json"')).toEqual([
      ' nonce="nonce"',
      ' type="module" src="/assets/site.js"',
    ]);
    expect(html).not.toMatch(/ style="| on[a-z]+="/);
  });

  it('says so in its title when something is wrong', () => {
    expect(html.includes('<title>Error: ')).toBe(Boolean(model.errors));
    expect(/There is a problem\s*<\/h2>/.test(html)).toBe(Boolean(model.errors));
  });
});

describe('what somebody typed', () => {
  it('is escaped on every page', () => {
    for (const { template, model } of samplePages(NASTY)) {
      const html = draw(template, model);
      expect(html).not.toContain('<script>alert');
      expect(html).not.toContain('<b>Shah');
    }
  });
});

describe('the templates', () => {
  it('are all among the samples', () => {
    const folder = join(process.cwd(), 'libs/site/src');
    const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.njk'));
    const parts = [
      'frame/layout.njk',
      'frame/mark.njk',
      'frame/back.njk',
      'frame/facts.njk',
      'events/event-card.njk',
      'events/delivery.njk',
      'programme/filters.njk',
      'other-providers/listing-cards.njk',
      'evaluations/question-fields.njk',
      'evaluations/line-manager.njk',
      'resources/resource-links.njk',
      'booking/notices.njk',
      'my-training/needs-fields.njk',
      'published-reports/figures.njk',
      'published-reports/people.njk',
    ];
    const drawn = new Set(samplePages().map(({ template }) => template));
    expect(pages.filter((path) => !parts.includes(path) && !drawn.has(path))).toEqual([]);
  });
});
