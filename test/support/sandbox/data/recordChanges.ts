import type { ListPart } from './listView';
import { arraySource } from './rowSource';
import type { Dataset, NewRow, Row } from './types';

/** What happened to single records since the dataset was made. */
export class RecordChanges {
	private readonly added = new Map<string, Map<string, Row>>();
	private readonly removed = new Map<string, Map<string, Row>>();
	private readonly updated = new Map<string, Map<string, NewRow>>();

	constructor(private readonly dataset: Dataset) {}

	add(module: string, row: Row): void {
		within(this.added, module).set(row.id, row);
	}

	update(module: string, id: string, values: NewRow): void {
		const changes = within(this.updated, module);
		changes.set(id, { ...changes.get(id), ...values });
	}

	remove(module: string, id: string): void {
		const row = this.record(module, id);
		if (row) within(this.removed, module).set(id, row);
	}

	record(module: string, id: string): Row | undefined {
		if (this.removed.get(module)?.has(id)) return undefined;
		const row = this.added.get(module)?.get(id) ?? this.original(module, id);
		return row && this.current(module, row);
	}

	removedRecord(module: string, id: string): Row | undefined {
		return this.removed.get(module)?.get(id);
	}

	/** All records of a module, and how to tell which of them are gone or changed. */
	part(module: string): ListPart {
		const added = [...(this.added.get(module)?.values() ?? [])];
		return {
			module,
			sources: [...(this.dataset.records.get(module) ?? []), arraySource(added)],
			isGone: (id) => this.removed.get(module)?.has(id) ?? false,
			current: (row) => this.current(module, row),
		};
	}

	private original(module: string, id: string): Row | undefined {
		for (const source of this.dataset.records.get(module) ?? []) {
			const index = source.indexOf(id);
			if (index >= 0) return source.rowAt(index);
		}
		return undefined;
	}

	private current(module: string, row: Row): Row {
		const values = this.updated.get(module)?.get(row.id);
		return values ? { ...row, ...values } : row;
	}
}

function within<T>(maps: Map<string, Map<string, T>>, key: string): Map<string, T> {
	const present = maps.get(key) ?? new Map<string, T>();
	maps.set(key, present);
	return present;
}
