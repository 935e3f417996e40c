import { getMetadataStorage } from 'class-validator';
import type { Product } from '../../support/product';
import { type Route, routesOf } from '../../support/routes';
import { type Asked, REQUESTS } from './requests';
import type { Rows } from './rows';

/** A route that takes JSON, a body that it accepts, and the fields it knows. */
export interface JsonRoute {
  key: string;
  asked: Asked & { body: Record<string, unknown> };
  fields: string[];
}

/** The fields that the class behind a body declares. */
function fieldsOf(type: unknown): string[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(type as never, '', true, false);
  return [...new Set(rules.map((rule) => rule.propertyName))];
}

/** Every route that takes JSON, asked as in the matrix for the coordinator's own rows. */
export function jsonRoutes(product: Product, rows: Rows): JsonRoute[] {
  return routesOf(product.app).flatMap((route: Route) => {
    const key = `${route.method} ${route.path}`;
    const asked = REQUESTS[key]?.ask(rows.of.coordinator, rows.shared, true, {});
    const shape = route.shapes.find(({ from }) => from === 'body');
    if (!asked?.body || !shape) return [];
    return [{ key, asked: { ...asked, body: asked.body }, fields: fieldsOf(shape.type) }];
  });
}

type Json = Record<string, unknown>;

/** Every copy of a body in which one value, at any depth, is another. */
export function withEachValue(body: Json, others: readonly unknown[]): { path: string; body: Json }[] {
  const places: (string | number)[][] = [];
  const walk = (value: unknown, path: (string | number)[]): void => {
    if (path.length > 0) places.push(path);
    if (Array.isArray(value)) value.slice(0, 1).forEach((one, index) => walk(one, [...path, index]));
    else if (typeof value === 'object' && value !== null)
      Object.entries(value).forEach(([name, one]) => walk(one, [...path, name]));
  };
  walk(body, []);
  return places.flatMap((path) =>
    others.map((other) => {
      const copy = structuredClone(body);
      const parent = path.slice(0, -1).reduce<Json>((at, name) => at[name] as Json, copy);
      parent[path.at(-1)!] = other;
      return { path: `${path.join('.')} = ${JSON.stringify(other)}`, body: copy };
    }),
  );
}

/** Copies of a body with one more field: in the body itself, and in each object in it that has none of this name. */
export function withField(body: Json, name: string, value: unknown): { path: string; body: Json }[] {
  const places: (string | number)[][] = [];
  const walk = (at: unknown, path: (string | number)[]): void => {
    if (Array.isArray(at)) return at.slice(0, 1).forEach((one, index) => walk(one, [...path, index]));
    if (typeof at !== 'object' || at === null) return;
    places.push(path);
    Object.entries(at).forEach(([key, one]) => walk(one, [...path, key]));
  };
  walk(body, []);
  return places.flatMap((path) => {
    const copy = structuredClone(body);
    const place = path.reduce<Json>((at, key) => at[key] as Json, copy);
    if (Object.hasOwn(place, name)) return [];
    place[name] = value;
    return [{ path: [...path, name].join('.'), body: copy }];
  });
}
