import { Injectable } from '@nestjs/common';
import type { ErasureBlock, HoldKind } from '@roundtable/contracts';

/** A cell of an export. Instants are told in ISO 8601 to programs and in London time to people. */
export type DataCell = string | number | boolean | Date | null;

/** One table of what is held about a person. The names of columns are plain English. */
export interface DataSection {
  title: string;
  /** What a reader should know of it, in a sentence. */
  note?: string;
  rows: Record<string, DataCell>[];
}

/** What one library holds about people, and how it lets go of it. Each library contributes one. */
export interface PersonalDataOwner {
  /** The library's name. */
  name: string;
  /** Where its sections stand in an export. */
  position: number;
  /** The tables with something about a person that it answers for. */
  covers: readonly string[];
  /** Everything held about the person, and nothing about anybody else. */
  exportOf(personId: string): Promise<DataSection[]>;
  /**
   * Anonymises in place: course, year, sector and scores stay, without identity. Runs in the erasure's transaction,
   * in any order among the libraries, and twice without harm. `names` is what the person was called and written to.
   */
  forget(personId: string, names: readonly string[]): Promise<void>;
  /** What the person is called and written to now. */
  namesOf?(personId: string): Promise<string[]>;
  /** Lets go at once of what rests on consent alone. */
  withdrawConsents?(personId: string): Promise<void>;
  /** What stands in the way of erasing the person. */
  blocksOf?(personId: string): Promise<ErasureBlock[]>;
  /** When each of these people last did something; who did nothing here has no entry. */
  lastActivityOf?(personIds: readonly string[]): Promise<Map<string, Date>>;
  /** Plain names, by id, of things of a kind that is this library's and that are there; in one query a kind. */
  subjectNames?(kind: string, ids: readonly string[]): Promise<Map<string, string>>;
  /** Ids of people and rows that belong to what a hold names. */
  reachOf?(kind: HoldKind, id: string): Promise<string[]>;
}

/** What every library holds about people, under one name. The libraries register when their modules start. */
@Injectable()
export class PersonalData {
  private readonly owners: PersonalDataOwner[] = [];

  register(owner: PersonalDataOwner): void {
    if (this.owners.some(({ name }) => name === owner.name)) throw new Error(`${owner.name} is registered twice.`);
    this.owners.push(owner);
    this.owners.sort((one, other) => one.position - other.position);
  }

  get tables(): string[] {
    return this.owners.flatMap(({ covers }) => [...covers]);
  }

  /** Every section with a row in it, in the order of the libraries. */
  async exportOf(personId: string): Promise<DataSection[]> {
    const sections: DataSection[] = [];
    for (const owner of this.owners) sections.push(...(await owner.exportOf(personId)));
    return sections.filter(({ rows }) => rows.length > 0);
  }

  /** Anonymises the person everywhere. Call it in a transaction, after asking what stands in the way. */
  async forget(personId: string): Promise<void> {
    const names: string[] = [];
    for (const owner of this.owners) names.push(...((await owner.namesOf?.(personId)) ?? []));
    for (const owner of this.owners) await owner.forget(personId, names);
  }

  async withdrawConsents(personId: string): Promise<void> {
    for (const owner of this.owners) await owner.withdrawConsents?.(personId);
  }

  /** What the libraries say stands in the way of erasing the person; holds are asked for apart. */
  async blocksOf(personId: string): Promise<ErasureBlock[]> {
    const blocks: ErasureBlock[] = [];
    for (const owner of this.owners) blocks.push(...((await owner.blocksOf?.(personId)) ?? []));
    return blocks;
  }

  /** When each of these people last did something, anywhere. */
  async lastActivityOf(personIds: readonly string[]): Promise<Map<string, Date>> {
    const last = new Map<string, Date>();
    if (personIds.length === 0) return last;
    for (const owner of this.owners)
      for (const [id, at] of (await owner.lastActivityOf?.(personIds)) ?? []) {
        const known = last.get(id);
        if (!known || known < at) last.set(id, at);
      }
    return last;
  }

  /** What things of different kinds are called now, by id; without those that have no name or are gone. */
  async subjectNames(subjects: readonly { kind: string; id: string | null }[]): Promise<Map<string, string>> {
    const ids = new Map<string, Set<string>>();
    for (const { kind, id } of subjects) if (id !== null) ids.set(kind, (ids.get(kind) ?? new Set()).add(id));
    const names = new Map<string, string>();
    for (const [kind, wanted] of ids)
      for (const owner of this.owners)
        for (const [id, name] of (await owner.subjectNames?.(kind, [...wanted])) ?? []) names.set(id, name);
    return names;
  }

  async nameOf(kind: HoldKind, id: string): Promise<string | null> {
    return (await this.subjectNames([{ kind, id }])).get(id) ?? null;
  }

  async reachOf(kind: HoldKind, id: string): Promise<string[]> {
    const ids = [id];
    for (const owner of this.owners) ids.push(...((await owner.reachOf?.(kind, id)) ?? []));
    return ids;
  }
}
