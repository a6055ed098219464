import { isoAt } from './data/time';
import type { Answering } from './exchange';
import type { Reply } from './reply';
import { isCrmPath } from './requestLog';

const TOKEN_LIFE_MS = 3_600_000;

/** What the live CRM sends beside its answers, as recorded; only a client that misreads it minds. */
export function liveHeaders(
	response: Answering,
	{ status, headers }: Reply,
): Record<string, string | string[]> {
	const { entry } = response.locals;
	if (!isCrmPath(entry.path) || !(headers['Content-Type'] ?? '').includes('json')) return {};
	return {
		'Cache-Control': 'no-store, no-cache, must-revalidate, private',
		Pragma: 'no-cache',
		Vary: 'accept-encoding',
		ClientVersion: '6431234',
		'Set-Cookie': [
			'_zcsr_tmp=0a1b2c3d; path=/; SameSite=Strict; Secure; priority=high',
			'crmcsr=0a1b2c3d; path=/; Secure; priority=high',
		],
		'Server-Timing': 'zs;dur=12',
		...(status === 200 && {
			'Content-Disposition': 'attachment; filename=response.json',
			'X-AccessToken-Reset': isoAt(entry.at + TOKEN_LIFE_MS),
		}),
	};
}
