import type { Job } from '../jobs';
import { PAGE_SIZE, PAGE_WINDOW, type OpenReader } from './peer';

interface PeerEntry {
	title: string;
	/** Loaded only in the process that measures it. */
	load: () => Promise<OpenReader>;
	/** Comes from n8n-nodes-base. */
	isOfN8n?: boolean;
	/** Whether a job says anything about it; default yes. */
	fits?: (job: Job) => boolean;
}

const rowsOfLongest = ({ parents, limit = Infinity }: Job): number =>
	Math.min(Math.max(...parents), limit);

export const PEERS = {
	node: {
		title: 'This node',
		load: async () => (await import('./ourNode')).openOurNode,
	},
	query: {
		title: 'This node, by query',
		load: async () => (await import('./ourNode')).openQuerying,
		fits: ({ parents }) => parents.length > 1,
	},
	http: {
		title: 'HTTP Request node',
		load: async () => (await import('./httpRequest')).openHttpRequest,
		isOfN8n: true,
	},
	zoho: {
		title: 'Built-in Zoho CRM node',
		load: async () => (await import('./builtInZoho')).openBuiltInZoho,
		isOfN8n: true,
	},
	kept: {
		title: 'Ten kept connections',
		load: async () => (await import('./keptConnections')).openKept,
	},
	paced: {
		title: 'Kept connections, paced',
		load: async () => (await import('./keptConnections')).openPaced,
	},
	asking: {
		title: 'Ten kept connections, first page first',
		load: async () => (await import('./keptConnections')).openAsking,
		fits: (job) => rowsOfLongest(job) > PAGE_SIZE,
	},
	chain: {
		title: 'Ten kept connections, page by page',
		load: async () => (await import('./keptConnections')).openChain,
		fits: (job) => rowsOfLongest(job) > PAGE_WINDOW,
	},
} satisfies Record<string, PeerEntry>;

export type PeerName = keyof typeof PEERS;

export const PEER_NAMES = Object.keys(PEERS) as PeerName[];

/** @returns whether a peer is measured with a job */
export function fits(name: PeerName, job: Job): boolean {
	const peer: PeerEntry = PEERS[name];
	return peer.fits?.(job) ?? true;
}

/** @returns whether a peer comes from n8n-nodes-base */
export function isOfN8n(name: PeerName): boolean {
	const peer: PeerEntry = PEERS[name];
	return peer.isOfN8n === true;
}
