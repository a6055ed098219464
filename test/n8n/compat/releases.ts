import { runCommand } from '../../support/n8n';

/** The oldest release of n8n on which the whole integration suite passes. */
export const MINIMUM = '2.38.4';

/** Releases to measure below the newest, down to the first that fails. */
export const OLDER = ['2.41.0', '2.40.7', '2.39.10', MINIMUM, '2.37.11'];

/** A release of n8n, and what it runs nodes with. */
export interface Release {
	n8n: string;
	/** Version of its n8n-core; that one brings its n8n-workflow. */
	core: string;
	/** Major version of the oldest Node that it takes. */
	node: number;
}

interface Published {
	version: string;
	'dependencies.n8n-core': string;
	'engines.node': string;
}

/** @throws Error when npm has no such release */
export async function releaseOf(n8n: string): Promise<Release> {
	const [release] = await lookUp(n8n);
	if (release === undefined) throw new Error(`npm has no n8n ${n8n}`);
	return release;
}

/** The newest n8n-core, and the newest release of n8n that has it. */
export async function newestRelease(): Promise<Release> {
	const core = (await view('n8n-core', 'version')) as string;
	const releases = await lookUp(`~${core.replace(/\d+$/, '0')}`);
	const release = releases
		.filter((candidate) => candidate.core === core)
		.sort((a, b) => a.n8n.localeCompare(b.n8n, 'en', { numeric: true }))
		.at(-1);
	if (release === undefined) throw new Error(`npm has no n8n with n8n-core ${core}`);
	return release;
}

async function lookUp(range: string): Promise<Release[]> {
	const found = await view(`n8n@${range}`, 'version', 'dependencies.n8n-core', 'engines.node');
	return [found].flat().map((published) => {
		const {
			version: n8n,
			'dependencies.n8n-core': core,
			'engines.node': engines,
		} = published as Published;
		return { n8n, core, node: Number.parseInt(/\d+/.exec(engines)?.[0] ?? '', 10) };
	});
}

async function view(...args: string[]): Promise<unknown> {
	return JSON.parse(await runCommand('npm', ['view', '--json', '--loglevel=error', ...args]));
}
