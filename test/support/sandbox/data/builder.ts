import { completeRow } from './commonValues';
import { recordId, sequenceOf } from './ids';
import { arraySource, blockSource } from './rowSource';
import { sampleValues } from './sampleValues';
import { lookupOf } from './schema/lookups';
import { standardModules } from './schema/modules';
import { MINUTE } from './time';
import type { Dataset, ModuleDef, NewRow, Row, RowSource } from './types';
import { relationKey } from './types';

export interface BuilderOptions {
	/** When the first record was created, ms; default 1 January 2025. */
	startMs?: number;
	/** Time between the creation of two records, ms; default a minute. */
	stepMs?: number;
	/** From one id to the next, so that others have room between them; default 1. */
	idStep?: number;
	/** Nothing was modified after this, ms. */
	latestMs?: number;
}

export interface RelatedOptions {
	/** Parent record; default: a new one. */
	recordId?: string;
	/** Values of the n-th row beyond the sample ones. Must give the same every time. */
	row?: (index: number) => NewRow;
}

type MakeValues = (index: number, sequence: number) => NewRow;

/** Puts a dataset together; ids grow in the order of the calls. */
export class DatasetBuilder {
	private sequence = 0;
	private readonly modules = new Map<string, ModuleDef>();
	private readonly rows = new Map<string, Row[]>();
	private readonly blocks = new Map<string, RowSource[]>();
	private readonly related = new Map<string, Row[]>();
	private readonly relatedBlocks = new Map<string, RowSource[]>();

	constructor(private readonly options: BuilderOptions = {}) {
		for (const module of standardModules) this.modules.set(module.apiName, module);
	}

	/** Adds or replaces a module. */
	withModule(module: ModuleDef): this {
		this.modules.set(module.apiName, module);
		return this;
	}

	/** Creates one record, with an id of its own if one is given. */
	add(module: string, values: NewRow = {}): Row {
		const sequence = this.reserve(1);
		const row = this.complete(sequence, {
			...sampleValues(this.module(module), sequence),
			...values,
		});
		append(this.rows, module, row);
		return row;
	}

	/** Creates many records whose values are worked out when they are read. */
	addBlock(module: string, count: number, values: MakeValues): RowSource {
		const { idStep: step = 1 } = this.options;
		const first = this.reserve(count);
		const source = blockSource({ first, count, step }, (index) => {
			const sequence = first + index * step;
			return this.complete(sequence, values(index, sequence));
		});
		append(this.blocks, module, source);
		return source;
	}

	/** Puts existing rows into a related list. */
	relate(module: string, parentId: string, list: string, ...rows: Row[]): this {
		for (const row of rows) append(this.related, this.listKey(module, parentId, list), row);
		return this;
	}

	/** Puts all rows of a source into a related list. */
	relateSource(module: string, parentId: string, list: string, source: RowSource): this {
		append(this.relatedBlocks, this.listKey(module, parentId, list), source);
		return this;
	}

	/** Fills a related list with `count` sample rows and returns the id of the parent record. */
	withRelated(module: string, list: string, count: number, options: RelatedOptions = {}): string {
		const parentId = options.recordId ?? this.add(module).id;
		const definition = this.module(module).relatedLists.find(({ apiName }) => apiName === list);
		const parts = definition?.parts;
		if (parts) {
			parts.forEach((part, index) => {
				const share = Math.floor((count + parts.length - 1 - index) / parts.length);
				this.withRelated(module, part, share, { ...options, recordId: parentId });
			});
			return parentId;
		}
		const rowModule = this.module(definition?.rowModule ?? list);
		const lookup = definition && lookupOf(this.module(module), definition, rowModule);
		const link: NewRow = lookup
			? { [lookup.apiName]: { name: `Record ${parentId}`, id: parentId } }
			: {};
		const source = this.addBlock(rowModule.apiName, count, (index) => ({
			...sampleValues(rowModule, index),
			...link,
			...options.row?.(index),
		}));
		this.relateSource(module, parentId, list, source);
		return parentId;
	}

	/** ID of the oldest row that was put into a related list by its source. */
	firstRelatedId(module: string, parentId: string, list: string): string {
		const [source] = this.relatedBlocks.get(this.listKey(module, parentId, list)) ?? [];
		if (source === undefined) throw new Error(`${module} ${parentId} has no ${list}`);
		return source.idAt(0);
	}

	build(): Dataset {
		return {
			modules: new Map(this.modules),
			records: joined(this.rows, this.blocks),
			relations: joined(this.related, this.relatedBlocks),
			nextSequence: this.sequence,
		};
	}

	/** When the record with this id was created, ms. */
	createdAt(id: string): number {
		return this.createdMs(sequenceOf(id));
	}

	/** The first of so many sequence numbers. */
	private reserve(count: number): number {
		const first = this.sequence;
		this.sequence += count * (this.options.idStep ?? 1);
		return first;
	}

	private listKey(module: string, parentId: string, list: string): string {
		const known = this.module(module).relatedLists.some(({ apiName }) => apiName === list);
		if (!known) throw new Error(`${module} has no related list ${list}`);
		return relationKey(module, parentId, list);
	}

	private module(name: string): ModuleDef {
		const module = this.modules.get(name);
		if (!module) throw new Error(`no module ${name}`);
		return module;
	}

	private createdMs(sequence: number): number {
		const { startMs = Date.UTC(2025, 0, 1), stepMs = MINUTE } = this.options;
		return startMs + sequence * stepMs;
	}

	private complete(sequence: number, values: NewRow): Row {
		const id = typeof values.id === 'string' ? values.id : recordId(sequence);
		return completeRow(id, sequence, this.createdMs(sequence), values, this.options.latestMs);
	}
}

/** A builder with the standard modules and not a single record. */
export function emptyDataset(options?: BuilderOptions): DatasetBuilder {
	return new DatasetBuilder(options);
}

function joined(
	rows: ReadonlyMap<string, readonly Row[]>,
	blocks: ReadonlyMap<string, readonly RowSource[]>,
): Map<string, readonly RowSource[]> {
	const all = new Map<string, readonly RowSource[]>(blocks);
	for (const [key, single] of rows) all.set(key, [arraySource(single), ...(blocks.get(key) ?? [])]);
	return all;
}

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
	const present = lists.get(key);
	if (present) present.push(item);
	else lists.set(key, [item]);
}
