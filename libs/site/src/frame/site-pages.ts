import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  type ActingRequest,
  CONFIG,
  Clock,
  type Config,
  Settings,
  VISITOR,
  dateInWords,
  timeInWords,
} from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { assetLinks } from './assets';
import type { PageErrors } from './errors';
import { localPath } from './local-path';
import { siteTemplates } from './views';

/** What every page says of itself; a page's own model comes on top. */
export interface PageModel {
  /** Without the service's name; the same words as the page's heading. */
  title: string;
  section?: 'find' | 'mine' | 'learning' | 'agency' | 'account';
  /** A sentence for search engines. */
  description?: string;
  /** The path of the page itself, without filters or page numbers. */
  canonical?: string;
  /** What search engines read: schema.org. */
  structuredData?: object | null;
  errors?: PageErrors | null;
  /** Shows what somebody typed or was mailed, so that no browser may keep it, signed in or not. */
  isPersonal?: boolean;
  /** Its form leads to a meeting on another website, over as many addresses as that website likes. */
  leadsElsewhere?: boolean;
}

/** Draws pages: the frame around them, and the headers that keep them safe. */
@Injectable()
export class SitePages {
  private readonly templates = siteTemplates();
  private readonly assets = assetLinks();

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  /**
   * Answers a page drawn from a template. What a signed-in person sees is never kept by a browser, and neither is a
   * page whose address holds a secret, or that shows what a visitor typed.
   */
  page(reply: FastifyReply, request: ActingRequest, template: string, model: PageModel, status = 200): void {
    const nonce = randomBytes(16).toString('base64');
    const actor = request.actor ?? VISITOR;
    const isForNobodyElse =
      actor.personId !== null || status >= 400 || model.isPersonal === true || holdsSecret(request);
    const frame = {
      cspNonce: nonce,
      assets: this.assets,
      isSignedIn: actor.personId !== null,
      name: actor.name,
      leads: actor.leadAgencyIds.length > 0,
      here: localPath(request.url, ''),
      demonstration: this.demonstration(),
      publicUrl: this.config.publicUrl,
    };
    void reply
      .code(status)
      .header('content-security-policy', contentSecurityPolicy(nonce, model.leadsElsewhere === true))
      .header('cache-control', isForNobodyElse ? 'no-store' : 'no-cache')
      .type('text/html; charset=utf-8')
      .send(this.draw(template, { ...model, frame, cspNonce: nonce }));
  }

  /** A page as text. */
  draw(template: string, model: object): string {
    return this.templates.render(template, model);
  }

  /** Sends the browser on, so that reloading the next page repeats nothing. */
  redirect(reply: FastifyReply, path: string): void {
    void reply.header('cache-control', 'no-store').redirect(path, 303);
  }

  private demonstration(): string | null {
    if (!this.settings.isDemonstration) return null;
    const now = this.clock.now();
    return `${dateInWords(now)}, ${timeInWords(now)}`;
  }
}

/** By the names that routes give the parts of their addresses. */
function holdsSecret(request: ActingRequest): boolean {
  return Object.keys(request.params ?? {}).some((name) => name === 'token' || name === 'secret');
}

function contentSecurityPolicy(nonce: string, leadsElsewhere: boolean): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    // Browsers hold the redirect after a form against this too.
    `form-action 'self'${leadsElsewhere ? ' https:' : ''}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}
