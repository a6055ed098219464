import { runCommand } from '../../support/n8n';

/** The oldest minor of n8n that this package supports, by its newest patch. */
export const OLDEST = '1.123';

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

/**
 * The releases to measure, newest first.
 * @param names `newest`, `oldest`, a minor as `2.30` (its newest patch) or a release as `2.30.8`
 * @throws Error when npm has no such release
 */
export async function releasesNamed(names: readonly string[]): Promise<Release[]> {
	const [published, patches] = await Promise.all([supportedReleases(), newestPatches()]);
	return names.map((name) => {
		const found = named(patches, name) ?? named(published, name);
		if (found === undefined) throw new Error(`npm has no n8n ${name} from ${OLDEST} on`);
		return found;
	});
}

/**
 * The newest patch of every minor from the oldest supported one on, newest first. Of a minor whose
 * newest patches want an n8n-core that npm does not have, the newest that can be installed.
 */
export async function newestPatches(): Promise<Release[]> {
	const minors = new Map<string, Release[]>();
	for (const release of await supportedReleases()) {
		const minor = minorOf(release.n8n);
		minors.set(minor, [...(minors.get(minor) ?? []), release]);
	}
	const cores = new Set([await view('n8n-core', 'versions')].flat());
	return [...minors.values()].flatMap((patches) => {
		const newest = patches.find(({ core }) => cores.has(core)) ?? patches[0];
		return newest === undefined ? [] : [newest];
	});
}

function named(published: readonly Release[], name: string): Release | undefined {
	if (name === 'newest') return published[0];
	const wanted = name === 'oldest' ? OLDEST : name;
	return published.find(({ n8n }) => n8n === wanted || minorOf(n8n) === wanted);
}

function minorOf(version: string): string {
	return version.split('.', 2).join('.');
}

/** All releases from the oldest supported minor on, newest first. */
async function supportedReleases(): Promise<Release[]> {
	const found = await view(`n8n@>=${OLDEST}.0`, 'version', 'dependencies.n8n-core', 'engines.node');
	return [found]
		.flat()
		.map((published) => releaseFrom(published as Published))
		.sort((a, b) => b.n8n.localeCompare(a.n8n, 'en', { numeric: true }));
}

function releaseFrom(published: Published): Release {
	const { version: n8n, 'dependencies.n8n-core': core, 'engines.node': engines } = published;
	return { n8n, core, node: Number.parseInt(/\d+/.exec(engines)?.[0] ?? '', 10) };
}

async function view(...args: string[]): Promise<unknown> {
	return JSON.parse(await runCommand('npm', ['view', '--json', '--loglevel=error', ...args]));
}
