import jsonServerProvider from 'ra-data-json-server';
import type { DataProvider, RaRecord, UpdateParams } from 'react-admin';
import { fetchJson } from './request';

type Values = Record<string, unknown>;

function changedFields(before: Values, after: Values): Values {
  const isChanged = ([field, value]: [string, unknown]) => JSON.stringify(value) !== JSON.stringify(before[field]);
  return Object.fromEntries(Object.entries(after).filter(isChanged));
}

export const dataProvider: DataProvider = {
  ...jsonServerProvider('/api', fetchJson),

  update: async <Row extends RaRecord>(resource: string, { id, data, previousData }: UpdateParams<Row>) => {
    const changes = changedFields(previousData ?? {}, data);
    const url = `/api/${resource}/${encodeURIComponent(String(id))}`;
    const { json } = await fetchJson(url, { method: 'PATCH', body: JSON.stringify(changes) });
    return { data: json as Row };
  },
};
