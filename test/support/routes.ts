import { type INestApplicationContext, RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, ModulesContainer } from '@nestjs/core';
import { PERMISSION } from '@roundtable/platform';

/** One address and method of the running program. */
export interface Route {
  name: string;
  method: string;
  path: string;
  permission: string | undefined;
  /** The types of what the handler takes as body and query, as the running program knows them. */
  shapes: { from: 'body' | 'query'; type: unknown }[];
}

const BODY = 3;
const QUERY = 4;

/** Every route of every controller, as Nest knows it. */
export function routesOf(app: INestApplicationContext): Route[] {
  const discovery = new DiscoveryService(app.get(ModulesContainer, { strict: false }));
  const scanner = new MetadataScanner();
  return discovery.getControllers().flatMap(({ metatype, instance }) => {
    const prototype = Object.getPrototypeOf(instance) as Record<string, (...args: unknown[]) => unknown>;
    const prefixes = [Reflect.getMetadata('path', metatype as object) as string | string[]].flat();
    return scanner.getAllMethodNames(prototype).flatMap((method) => {
      const handler = prototype[method]!;
      const httpMethod = Reflect.getMetadata('method', handler) as RequestMethod | undefined;
      if (httpMethod === undefined) return [];
      const args = (Reflect.getMetadata('__routeArguments__', metatype as object, method) ?? {}) as Record<
        string,
        { index: number; data?: unknown }
      >;
      const types = (Reflect.getMetadata('design:paramtypes', prototype, method) ?? []) as unknown[];
      const shapes = Object.entries(args)
        .map(([key, { index, data }]) => ({ kind: Number(key.split(':')[0]), type: types[index], data }))
        .filter(({ kind, data }) => (kind === BODY || kind === QUERY) && data === undefined)
        .map(({ kind, type }) => ({ from: kind === BODY ? ('body' as const) : ('query' as const), type }));
      const permission = (Reflect.getMetadata(PERMISSION, handler) ??
        Reflect.getMetadata(PERMISSION, metatype as object)) as string | undefined;
      const paths = [Reflect.getMetadata('path', handler) as string | string[]].flat();
      return prefixes.flatMap((prefix) =>
        paths.map((path) => ({
          name: `${(metatype as { name: string }).name}.${method}`,
          method: RequestMethod[httpMethod],
          path: `/${prefix}/${path}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1'),
          permission,
          shapes,
        })),
      );
    });
  });
}
