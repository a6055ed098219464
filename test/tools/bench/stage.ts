import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Job } from './jobs';
import { selfSigned, type Certificate } from './link/certificate';
import type { LinkHandlers } from './link/link.process';
import { Child } from './processes/child';
import type { LinkSettings } from './report/results';
import type { Zoho, ZohoHandlers } from './zoho.process';

export interface StagedZoho {
	zoho: Zoho;
	process: Child<ZohoHandlers>;
	close(): Promise<void>;
}

/** The link, and Zoho at the far end of it: a new one for each job. */
export class Stage {
	/** Environment of processes that shall trust the certificate of Zoho. */
	readonly trust: Record<string, string>;

	private constructor(
		private readonly settings: LinkSettings,
		private readonly folder: string,
		private readonly link: Child<LinkHandlers>,
		/** The near end of the link. */
		readonly origin: string,
		readonly certificate: Certificate,
	) {
		this.trust = { NODE_EXTRA_CA_CERTS: caFileIn(folder) };
	}

	static async open(settings: LinkSettings): Promise<Stage> {
		const certificate = await selfSigned();
		const folder = await mkdtemp(join(tmpdir(), 'bench-'));
		await writeFile(caFileIn(folder), certificate.cert);
		const link = await Child.start<LinkHandlers>(require.resolve('./link/link.process'));
		const port = await link.ask('listen', settings.roundTripMs);
		return new Stage(settings, folder, link, `https://127.0.0.1:${port}`, certificate);
	}

	/** Starts Zoho with the records of a job, and leads the link to it. */
	async openZoho(job: Job): Promise<StagedZoho> {
		const { serverTimeMs, concurrencyCap } = this.settings;
		const process = await Child.start<ZohoHandlers>(require.resolve('./zoho.process'));
		const options = { job, certificate: this.certificate, serverTimeMs, concurrencyCap };
		const started = await process.ask('start', options);
		await this.link.ask('leadTo', started.port);
		const zoho = { ...started, token: { ...started.token, api_domain: this.origin } };
		return { zoho, process, close: async () => await process.stop() };
	}

	async close(): Promise<void> {
		await this.link.stop();
		await rm(this.folder, { recursive: true, force: true });
	}
}

function caFileIn(folder: string): string {
	return join(folder, 'ca.pem');
}
