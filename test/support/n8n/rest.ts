import { until } from './until';

const PUBLISH_SECONDS = 60;

/** The owner of an n8n that these tools set up. The password follows n8n's rules for passwords. */
export const OWNER = {
	email: 'owner@example.com',
	firstName: 'Sandbox',
	lastName: 'Owner',
	password: 'Sandbox-1',
} as const;

/** What n8n gives back for a credential or workflow that it took. */
export interface Stored {
	id: string;
	name: string;
	versionId: string;
}

/** n8n's own REST API, as its editor uses it, with the owner signed in. */
export class Rest {
	private constructor(
		private readonly origin: string,
		private readonly cookie: string,
	) {}

	/** Creates the owner account of a new n8n, and signs in. */
	static async setUpOwner(origin: string): Promise<Rest> {
		return await Rest.signedIn(origin, '/owner/setup', OWNER);
	}

	/** Signs in to an n8n that has its owner. */
	static async signIn(origin: string): Promise<Rest> {
		const { email: emailOrLdapLoginId, password } = OWNER;
		return await Rest.signedIn(origin, '/login', { emailOrLdapLoginId, password });
	}

	async get<T>(path: string): Promise<T> {
		return await this.data<T>('GET', path);
	}

	async post<T>(path: string, body: object): Promise<T> {
		return await this.data<T>('POST', path, body);
	}

	async patch<T>(path: string, body: object): Promise<T> {
		return await this.data<T>('PATCH', path, body);
	}

	/** Stores a credential; `data` may hold the tokens of a connected one. */
	async addCredential(name: string, type: string, data: object): Promise<Stored> {
		return await this.post<Stored>('/credentials', { name, type, data });
	}

	/** Stores a workflow as it is exported from the editor. */
	async addWorkflow(workflow: object): Promise<Stored> {
		return await this.post<Stored>('/workflows', workflow);
	}

	/** Publishes a workflow, and waits until its triggers start it: n8n answers before they do. */
	async publish({ id, versionId }: Stored): Promise<void> {
		await this.post(`/workflows/${id}/activate`, { versionId });
		await until('the triggers of the workflow', PUBLISH_SECONDS, async () => {
			const path = `/workflows/${id}/publication-status`;
			const { status } = await this.get<{ status: string }>(path);
			if (/failed|partial/.test(status)) throw new Error(`Publishing a workflow: ${status}`);
			return status === 'published';
		});
	}

	/** Activates a workflow in an n8n before 2.0, which knows no publishing. */
	async activate({ id }: Pick<Stored, 'id'>): Promise<void> {
		await this.patch(`/workflows/${id}`, { active: true });
	}

	/** The opposite of activate(). */
	async deactivate({ id }: Pick<Stored, 'id'>): Promise<void> {
		await this.patch(`/workflows/${id}`, { active: false });
	}

	async unpublish({ id }: Pick<Stored, 'id'>): Promise<void> {
		await this.post(`/workflows/${id}/deactivate`, {});
	}

	private static async signedIn(origin: string, path: string, body: object): Promise<Rest> {
		const response = await request(`${origin}/rest${path}`, 'POST', '', body);
		const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
		return new Rest(origin, cookies.join('; '));
	}

	private async data<T>(method: string, path: string, body?: object): Promise<T> {
		const response = await request(`${this.origin}/rest${path}`, method, this.cookie, body);
		const { data } = (await response.json()) as { data: T };
		return data;
	}
}

async function request(
	url: string,
	method: string,
	cookie: string,
	body?: object,
): Promise<Response> {
	const response = await fetch(url, {
		method,
		headers: { 'content-type': 'application/json', cookie },
		body: body && JSON.stringify(body),
	});
	if (response.ok) return response;
	throw new Error(`${method} ${url} answered ${response.status}: ${await response.text()}`);
}
