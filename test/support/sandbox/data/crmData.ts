import { completeRow } from './commonValues';
import { placeInBlocks, recordId as makeId } from './ids';
import type { Entry, ListPart } from './listView';
import { sortedEntries } from './listView';
import type { Ordering } from './ordering';
import { RecordChanges } from './recordChanges';
import { arraySource } from './rowSource';
import { lookupOf } from './schema/lookups';
import { CLOSED_VIEW, OPEN_VIEW } from './schema/relatedLists';
import { isoAt } from './time';
import type { Dataset, ModuleAccess, ModuleDef, NewRow, RelatedListDef, Row } from './types';
import { relationKey } from './types';
import { userAt } from './users';

export type Converted = 'true' | 'false' | 'both';

/** One sandbox's view of a dataset: changes are kept here and never reach the dataset. */
export class CrmData {
	/** The calling user's preference "Recent First", which turns the Notes lists around. */
	notesRecentFirst = false;

	private readonly definitions: Map<string, ModuleDef>;
	private readonly changes: RecordChanges;
	private readonly links = new Map<string, { added: Row[]; removed: Set<string> }>();
	private readonly sorted = new Map<string, Entry[]>();
	private created = 0;

	constructor(
		private readonly dataset: Dataset,
		private readonly now: () => number = Date.now,
	) {
		this.definitions = new Map(dataset.modules);
		this.changes = new RecordChanges(dataset);
	}

	get modules(): readonly ModuleDef[] {
		return [...this.definitions.values()];
	}

	/** A module by its API name; in another case too, as n8n's built-in node writes `contacts`. */
	module(name: string): ModuleDef | undefined {
		const exact = this.definitions.get(name);
		if (exact) return exact;
		const lower = name.toLowerCase();
		return this.modules.find(({ apiName }) => apiName.toLowerCase() === lower);
	}

	/** Lists of a module that are not hidden. */
	relatedLists(module: string): readonly RelatedListDef[] {
		return this.module(module)?.relatedLists ?? [];
	}

	/** A record as it is now; undefined if it does not exist or was removed. */
	record(module: string, id: string): Row | undefined {
		return this.changes.record(module, id);
	}

	/** A removed record that still lies in the recycle bin. */
	removedRecord(module: string, id: string): Row | undefined {
		return this.changes.removedRecord(module, id);
	}

	/** All records of a module, sorted; default: latest first. */
	records(
		module: string,
		ordering: Ordering = { by: 'id', descending: true },
		converted: Converted = 'both',
	): readonly Entry[] {
		return this.remember(`${module}|${ordering.by}|${ordering.descending}|${converted}`, () =>
			sortedEntries([this.changes.part(module)], ordering, converted),
		);
	}

	/** The order in which a list comes if the request asks for none. */
	defaultOrdering(list: string): Ordering {
		if (list === OPEN_VIEW) return { by: 'activity', descending: false };
		if (list === CLOSED_VIEW) return { by: 'activity', descending: true };
		return { by: 'id', descending: list !== 'Notes' || this.notesRecentFirst };
	}

	/** A related list, sorted. */
	related(
		module: string,
		recordId: string,
		list: string,
		ordering: Ordering = this.defaultOrdering(list),
		converted: Converted = 'false',
	): readonly Entry[] {
		const key = relationKey(module, recordId, list);
		return this.remember(`${key}|${ordering.by}|${ordering.descending}|${converted}`, () => {
			const names = this.listDef(module, list).parts ?? [list];
			const parts = names.map((name) => this.listPart(module, recordId, name));
			return sortedEntries(parts, ordering, converted);
		});
	}

	/** What a reader who sees everything finds in a related list, in the default order. */
	relatedRows(module: string, recordId: string, list: string, converted?: Converted): Row[] {
		const grouped = this.listDef(module, list).parts !== undefined;
		return this.related(module, recordId, list, undefined, converted).map((entry) =>
			grouped ? { ...entry.row(), $module: entry.module } : entry.row(),
		);
	}

	/** Creates a record and returns its id: the one given, or one of the blocks in use. */
	addRecord(module: string, values: NewRow = {}): string {
		const row = this.newRow(values);
		this.changes.add(module, row);
		this.sorted.clear();
		return row.id;
	}

	/** Changes a record, wherever it shows; Modified_Time becomes now unless given. */
	updateRecord(module: string, id: string, values: NewRow): void {
		const stamp = { Modified_Time: isoAt(this.now(), userAt(0).offset) };
		this.changes.update(module, id, { ...stamp, ...values });
		this.sorted.clear();
	}

	/** Moves a record to the recycle bin; it leaves every related list too. */
	removeRecord(module: string, id: string): void {
		this.changes.remove(module, id);
		this.sorted.clear();
	}

	/**
	 * Adds a row to a related list and returns its id. A row with the id of an existing record links
	 * that record; any other row creates one, with its id if it has one. Rows of a chronological list name their `$module`.
	 */
	addRelated(module: string, recordId: string, list: string, row: NewRow = {}): string {
		const definition = this.partFor(module, list, row.$module);
		const rowModule = definition.rowModule ?? definition.apiName;
		const lookup = this.lookupOf(module, definition);
		const linked = typeof row.id === 'string' ? this.record(rowModule, row.id) : undefined;
		const parent: NewRow =
			lookup === undefined || namesRecord(linked?.[lookup], recordId)
				? {}
				: { [lookup]: { name: `Record ${recordId}`, id: recordId } };
		const added: Row = linked
			? { ...linked, ...parent, ...row }
			: this.newRow({ ...parent, ...row });
		if (linked) this.changes.update(rowModule, added.id, parent);
		else this.changes.add(rowModule, added);
		const key = relationKey(module, recordId, definition.apiName);
		const link = this.link(key);
		const sources = this.dataset.relations.get(key) ?? [];
		if (sources.every((source) => source.indexOf(added.id) < 0)) link.added.push(added);
		link.removed.delete(added.id);
		this.sorted.clear();
		return added.id;
	}

	/** Takes a row out of a related list; the record itself stays. */
	removeRelated(module: string, recordId: string, list: string, rowId: string): void {
		for (const name of this.listDef(module, list).parts ?? [list]) {
			const link = this.link(relationKey(module, recordId, name));
			link.added = link.added.filter(({ id }) => id !== rowId);
			link.removed.add(rowId);
			const definition = this.listDef(module, name);
			const lookup = this.lookupOf(module, definition);
			if (lookup === undefined) continue;
			this.changes.update(definition.rowModule ?? name, rowId, { [lookup]: null });
		}
		this.sorted.clear();
	}

	/** Hides a related list in the layout: metadata and requests no longer know it. */
	hideRelatedList(module: string, list: string): void {
		const definition = this.definition(module);
		const relatedLists = definition.relatedLists.filter(({ apiName }) => apiName !== list);
		this.definitions.set(module, { ...definition, relatedLists });
	}

	/** Makes a module answer with an error; undefined restores its data. */
	setAccess(module: string, access: ModuleAccess | undefined): void {
		this.definitions.set(module, { ...this.definition(module), access });
	}

	/** API name of the lookup that makes a list. */
	private lookupOf(module: string, list: RelatedListDef): string | undefined {
		const rows = this.dataset.modules.get(list.rowModule ?? list.apiName);
		return lookupOf(this.definition(module), list, rows)?.apiName;
	}

	private partFor(module: string, list: string, rowModule: unknown): RelatedListDef {
		const definition = this.listDef(module, list);
		if (!definition.parts) return definition;
		const parts = definition.parts.map((name) => this.listDef(module, name));
		const part = parts.find((candidate) => candidate.rowModule === rowModule);
		if (!part) throw new Error(`a row of ${list} needs $module Calls, Events or Tasks`);
		return part;
	}

	private listPart(module: string, recordId: string, list: string): ListPart {
		const definition = this.dataset.modules.get(module)?.relatedLists ?? [];
		const rowModule = definition.find(({ apiName }) => apiName === list)?.rowModule ?? list;
		const key = relationKey(module, recordId, list);
		const { added, removed } = this.link(key);
		const records = this.changes.part(rowModule);
		return {
			...records,
			sources: [...(this.dataset.relations.get(key) ?? []), arraySource(added)],
			isGone: (id) => removed.has(id) || records.isGone(id),
		};
	}

	private link(key: string): { added: Row[]; removed: Set<string> } {
		const present = this.links.get(key) ?? { added: [], removed: new Set<string>() };
		this.links.set(key, present);
		return present;
	}

	private listDef(module: string, list: string): RelatedListDef {
		const lists = this.dataset.modules.get(module)?.relatedLists ?? [];
		const found = lists.find(({ apiName }) => apiName === list);
		if (!found) throw new Error(`${module} has no related list ${list}`);
		return found;
	}

	private definition(module: string): ModuleDef {
		const found = this.definitions.get(module);
		if (!found) throw new Error(`no module ${module}`);
		return found;
	}

	private newRow(values: NewRow): Row {
		const { nextSequence } = this.dataset;
		const n = this.created++;
		const id = typeof values.id === 'string' ? values.id : makeId(nextSequence + placeInBlocks(n));
		return completeRow(id, nextSequence + n, this.now(), values, this.now());
	}

	private remember(key: string, make: () => Entry[]): readonly Entry[] {
		const entries = this.sorted.get(key) ?? make();
		this.sorted.set(key, entries);
		return entries;
	}
}

function namesRecord(lookup: unknown, id: string): boolean {
	return typeof lookup === 'object' && lookup !== null && 'id' in lookup && lookup.id === id;
}
