const CAUSES: readonly (readonly [pattern: RegExp, advice: string])[] = [
	[
		/ENOSPC|no space left/i,
		'The disk is full. Free some space, or set XDG_CACHE_HOME to a folder on another disk.',
	],
	[
		/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/,
		'npm could not reach its registry. Check the network, and the proxy and registry of npm (npm config list).',
	],
	[
		/find Python|not found: make|make: not found|gyp ERR! stack Error: not found/,
		"n8n's database driver has to be compiled on this machine: install Python 3, make and a C++ compiler.",
	],
	[
		/EADDRINUSE/,
		'A port was taken while n8n was starting. Run the command again: it chooses other ports.',
	],
	[/EACCES|EPERM/, 'A file or folder may not be written. Check its owner and permissions.'],
];

/** What went wrong, for people: the advice for a cause that is known, then the words of the error. */
export function explain(error: unknown): string {
	const message = error instanceof Error ? error.message : String(error);
	const cause = CAUSES.find(([pattern]) => pattern.test(message));
	return cause ? `${cause[1]}\n\n${message}` : message;
}
