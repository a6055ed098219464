import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Debian keeps PostgreSQL's programs here, by major version, and not in the PATH. */
const DEBIAN_POSTGRES = '/usr/lib/postgresql';

/**
 * @returns path of Redis' server
 * @throws Error that says how to install it
 */
export function redisServer(): string {
	const folder = path().find((candidate) => existsSync(join(candidate, 'redis-server')));
	if (folder === undefined) throw missing('Redis', 'redis-server');
	return join(folder, 'redis-server');
}

/**
 * @returns the folder with PostgreSQL's programs, of the newest version
 * @throws Error that says how to install it
 */
export function postgresFolder(): string {
	const folder = [...path(), ...debianFolders()].find((candidate) =>
		['initdb', 'postgres'].every((program) => existsSync(join(candidate, program))),
	);
	if (folder === undefined) throw missing('PostgreSQL', 'postgresql');
	return folder;
}

function path(): string[] {
	return (process.env.PATH ?? '').split(delimiter).filter(Boolean);
}

function debianFolders(): string[] {
	if (!existsSync(DEBIAN_POSTGRES)) return [];
	const versions = readdirSync(DEBIAN_POSTGRES).sort((a, b) => Number(b) - Number(a));
	return versions.map((version) => join(DEBIAN_POSTGRES, version, 'bin'));
}

function missing(name: string, debianPackage: string): Error {
	return new Error(
		`${name} is not installed, and n8n's queue mode needs it. On Debian and Ubuntu: sudo apt-get install ${debianPackage}`,
	);
}
