import { runtimeFault } from '../../values/fault';
import type { Meter } from '../../values/scriptLimits';
import { indexIn } from '../textSearch';
import type { Operator, Step, XPath } from './path';
import { candidates, descendants, passes } from './axes';
import { holds } from './comparison';
import type { XmlNode } from './tree';

/** What an XPath gives; nodes in the order of the document. */
export type Found = readonly XmlNode[] | string | number | boolean;

interface Context {
	readonly node: XmlNode;
	readonly position: number;
	readonly size: number;
}

/** Evaluates an XPath node by node, each of which counts as work, with pauses. */
export class Selection {
	constructor(
		private readonly root: XmlNode,
		private readonly meter: Meter,
	) {}

	async found(path: XPath): Promise<Found> {
		return await this.evaluate(path, { node: this.root, position: 1, size: 1 });
	}

	private async evaluate(path: XPath, context: Context): Promise<Found> {
		await this.look();
		switch (path.kind) {
			case 'text':
			case 'number':
				return path.value;
			case 'path':
				return await this.select(path.isAbsolute ? this.root : context.node, path.steps);
			case 'and':
			case 'or': {
				const [left, right] = path.sides;
				const first = isTrue(await this.evaluate(left, context));
				if (first === (path.kind === 'or')) return first;
				return isTrue(await this.evaluate(right, context));
			}
			case 'compare': {
				const [left, right] = path.sides;
				const sides = [await this.evaluate(left, context), await this.evaluate(right, context)];
				return await this.compare(path.operator, sides[0] ?? '', sides[1] ?? '');
			}
			case 'call':
				return await this.call(path, context);
		}
	}

	private async call(
		{ name, args }: Extract<XPath, { kind: 'call' }>,
		context: Context,
	): Promise<Found> {
		const values: Found[] = [];
		for (const arg of args) values.push(await this.evaluate(arg, context));
		const [first = '', second = ''] = values;
		switch (name) {
			case 'position':
				return context.position;
			case 'last':
				return context.size;
			case 'name':
				return 'name' in context.node ? context.node.name : '';
			case 'count':
				if (isNodes(first)) return first.length;
				throw runtimeFault('count() in an XPath takes a path');
			case 'not':
				return !isTrue(first);
			case 'string':
				return await this.textOf(first);
			case 'contains': {
				const [text, searched] = [await this.textOf(first), await this.textOf(second)];
				return (await indexIn(text, searched, this.meter)) !== -1;
			}
			case 'starts-with':
				return (await this.textOf(first)).startsWith(await this.textOf(second));
		}
	}

	private async select(start: XmlNode, steps: readonly Step[]): Promise<readonly XmlNode[]> {
		let nodes: readonly XmlNode[] = [start];
		for (const step of steps) {
			const next = new Set<XmlNode>();
			for (const node of nodes) {
				for (const found of await this.step(node, step)) {
					next.add(found);
					await this.breathe();
				}
			}
			this.meter.collection(next.size);
			nodes = [...next];
		}
		const sorted = [...nodes].sort((left, right) => left.order - right.order);
		await this.breathe();
		return sorted;
	}

	private async step(node: XmlNode, { axis, test, predicates }: Step): Promise<XmlNode[]> {
		let found: XmlNode[] = [];
		for (const candidate of candidates(node, axis)) {
			await this.look();
			if (passes(candidate, test)) found.push(candidate);
		}
		for (const predicate of predicates) {
			const kept: XmlNode[] = [];
			for (const [index, candidate] of found.entries()) {
				const context = { node: candidate, position: index + 1, size: found.length };
				const value = await this.evaluate(predicate, context);
				if (typeof value === 'number' ? value === index + 1 : isTrue(value)) kept.push(candidate);
			}
			found = kept;
		}
		return found;
	}

	/** Of nodes it is enough that one of them compares so. */
	private async compare(operator: Operator, left: Found, right: Found): Promise<boolean> {
		for (const one of await this.values(left)) {
			for (const other of await this.values(right)) {
				await this.look();
				if (holds(operator, one, other)) return true;
			}
		}
		return false;
	}

	private async values(found: Found): Promise<readonly (string | number | boolean)[]> {
		if (!isNodes(found)) return [found];
		const values: string[] = [];
		for (const node of found) values.push(await this.valueOf(node));
		return values;
	}

	/** Of nodes it is the first that counts. */
	async textOf(found: Found): Promise<string> {
		if (!isNodes(found)) return String(found);
		const [first] = found;
		return first === undefined ? '' : await this.valueOf(first);
	}

	/** All text within a node. */
	private async valueOf(node: XmlNode): Promise<string> {
		if (node.kind === 'attribute' || node.kind === 'text') return this.counted(node.value);
		let text = '';
		for (const inner of descendants(node)) {
			await this.look();
			if (inner.kind === 'text') text += this.counted(inner.value);
		}
		return text;
	}

	private counted(text: string): string {
		this.meter.work(text.length);
		return text;
	}

	private async look(): Promise<void> {
		this.meter.work(1);
		await this.breathe();
	}

	private async breathe(): Promise<void> {
		if (this.meter.isDue()) await this.meter.pause();
	}
}

export function isNodes(found: Found): found is readonly XmlNode[] {
	return Array.isArray(found);
}

function isTrue(found: Found): boolean {
	return isNodes(found) ? found.length > 0 : Boolean(found);
}
