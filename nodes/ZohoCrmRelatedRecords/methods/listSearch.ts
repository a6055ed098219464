import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { DEFAULT_API_VERSION } from '../helpers/constants';
import { ZohoSession } from '../transport/client';
import { Metadata } from '../transport/crm/metadata';
import { findRecords } from '../transport/crm/recordChoices';
import { distinct } from './choices';
import { chosenModule, shownToUser } from './editor';
import { recordAddresses } from './recordAddresses';

/** The modules that the API can read, custom ones too, by name. */
export async function searchModules(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await shownToUser(this, async () => {
		const modules = await new Metadata(new ZohoSession(this).client).modules(DEFAULT_API_VERSION);
		return choicesOf(modules, filter);
	});
}

/** The related lists of the chosen module, by name. */
export async function searchRelatedLists(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await shownToUser(this, async () => {
		const module = chosenModule(this);
		const lists = await new Metadata(new ZohoSession(this).client).relatedLists(
			DEFAULT_API_VERSION,
			module,
		);
		return choicesOf(
			lists.filter(({ isVisible }) => isVisible),
			filter,
		);
	});
}

/** Records of the chosen module: those that match the text, or the ones changed last. */
export async function searchRecords(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await shownToUser(this, async () => {
		const module = chosenModule(this);
		const page = Number(paginationToken ?? 1);
		const { client } = new ZohoSession(this);
		const { records, nextPage } = await findRecords(client, module, filter?.trim() ?? '', page);
		const urlOf = await recordAddresses(this, module);
		const choices = records.map(({ id, name, detail }) => ({
			name: `${name} · ${detail}`,
			value: id,
			url: urlOf(id),
		}));
		return {
			results: distinct(choices),
			paginationToken: nextPage === undefined ? undefined : String(nextPage),
		};
	});
}

function choicesOf(
	entries: readonly { apiName: string; label: string }[],
	filter = '',
): INodeListSearchResult {
	const wanted = filter.trim().toLowerCase();
	const choices = distinct(entries.map(({ apiName: value, label: name }) => ({ name, value })));
	const results: INodeListSearchItems[] = choices
		.filter(({ name, value }) => `${name}\n${value}`.toLowerCase().includes(wanted))
		.sort((a, b) => a.name.localeCompare(b.name));
	return { results };
}
