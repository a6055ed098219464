import { Pool } from 'undici';
import { SHORT_JOBS, type Job } from './jobs';
import { askThrough } from './peers/ask';
import { median, type Calibration } from './report/results';
import type { Stage } from './stage';

const ROUNDS = 7;

/** Measures what one small request takes on the link, on a fresh connection and on a kept one. */
export async function calibrate(stage: Stage): Promise<Calibration> {
	const [job] = SHORT_JOBS as [Job, ...Job[]];
	const { zoho, close } = await stage.openZoho(job);
	const fresh: number[] = [];
	const kept: number[] = [];
	const { origin, certificate } = stage;
	try {
		for (let round = 0; round < ROUNDS; round++) {
			const pool = new Pool(origin, { connections: 1, connect: { ca: certificate.cert } });
			const ask = askThrough(pool, zoho.token.access_token);
			const timed = async (): Promise<number> => {
				const start = performance.now();
				await ask(`Accounts/${zoho.parents[0]}/Contacts`, { fields: 'id', per_page: '1' });
				return performance.now() - start;
			};
			fresh.push(await timed());
			kept.push(await timed());
			await pool.close();
		}
		return { freshMs: median(fresh), keptMs: median(kept) };
	} finally {
		await close();
	}
}
