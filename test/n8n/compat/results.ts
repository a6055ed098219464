import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../../support/n8n';
import type { Outcome } from './outcome';

/** What has been measured, kept on disk, so that an interrupted measurement goes on. */
export class Results {
	private constructor(
		readonly file: string,
		private readonly outcomes: Map<string, Outcome>,
	) {}

	/** Those of the sources as they are now; other sources begin anew. */
	static of(root: string): Results {
		const file = join(cacheFolder(), 'compat', `${fingerprintOf(root)}.json`);
		const known = existsSync(file) ? readFileSync(file, 'utf8') : '[]';
		const outcomes = (JSON.parse(known) as Outcome[]).map(
			(outcome) => [outcome.release.n8n, outcome] as const,
		);
		return new Results(file, new Map(outcomes));
	}

	get(n8n: string): Outcome | undefined {
		return this.outcomes.get(n8n);
	}

	async add(outcome: Outcome): Promise<void> {
		this.outcomes.set(outcome.release.n8n, outcome);
		await mkdir(dirname(this.file), { recursive: true });
		await writeFile(this.file, JSON.stringify([...this.outcomes.values()], null, 2));
	}
}

/** What the outcome depends on. */
const SOURCES = ['nodes', 'credentials', 'test/engine', 'test/support', 'test/n8n/compat'];

function fingerprintOf(root: string): string {
	const hash = createHash('sha256');
	for (const source of SOURCES) {
		const names = readdirSync(join(root, source), { recursive: true }).map(String).sort();
		for (const file of names.map((name) => join(root, source, name))) {
			if (statSync(file).isFile()) hash.update(file.slice(root.length)).update(readFileSync(file));
		}
	}
	return hash.digest('hex').slice(0, 16);
}
