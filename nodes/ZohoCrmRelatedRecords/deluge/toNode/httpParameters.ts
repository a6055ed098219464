import type { INodeParameters } from 'n8n-workflow';
import { CREDENTIAL } from '../../helpers/constants';
import { LABELS } from '../../helpers/labels';
import type { RestCall } from './crmRead';
import { fixedText, piecesOf, textOf, type ItemValue, type KnownValue } from './knownValues';
import { parameterText, type Reach } from './parameterText';
import type { NodeParameters } from './relatedParameters';

const DEFAULT_HOST = 'www.zohoapis.com';

/** The parameters of n8n's HTTP Request node that read what a call of a script reads. */
export function httpParameters(call: RestCall, reach: Reach): NodeParameters {
	const notes: string[] = [
		"Choose this node's credential in it: it is sent as the predefined type.",
	];
	if (call.host === undefined) {
		notes.push(`The address is that of the US data center: replace ${DEFAULT_HOST} by your own.`);
	}
	const url = parameterText(addressOf(call, notes), reach);
	if (url === undefined) notes.push('The address is too long to be taken over: fill in the URL.');
	const shared = {
		url: url ?? '',
		authentication: 'predefinedCredentialType',
		nodeCredentialType: CREDENTIAL,
		options: {},
	};
	if (!call.isQueryKnown) {
		notes.push('The script builds its parameters while it runs: compare them by hand.');
	}
	if (call.hasConnection) notes.push("The node's credential takes the place of the connection.");
	if (call.kind === 'coql')
		return { parameters: { ...shared, ...selected(call, reach, notes) }, notes };
	const query = pairs(call.query, reach, notes);
	const sent =
		query.length === 0 ? {} : { sendQuery: true, queryParameters: { parameters: query } };
	if (call.kind !== 'record') notes.push(...pageNotes(call));
	return { parameters: { method: 'GET', ...shared, ...sent }, notes };
}

function addressOf(call: RestCall, notes: string[]): KnownValue {
	const { host = DEFAULT_HOST, version = '' } = call;
	const start = `https://${host}/crm/${version}/`;
	if (call.kind === 'coql') return fixedText(`${start}coql`);
	const pieces = [start, ...segment(call.module, LABELS.module, notes)];
	if (call.kind === 'search') pieces.push('/search');
	if (call.recordId !== undefined) {
		pieces.push('/', ...segment(call.recordId, LABELS.recordId, notes));
	}
	return textOf(pieces);
}

/** An empty segment, with a note, for what only the script would know. */
function segment(
	value: KnownValue,
	label: string,
	notes: string[],
): readonly (string | ItemValue)[] {
	const pieces = piecesOf(value);
	if (pieces !== undefined) return pieces;
	notes.push(`${label} is not known before the script runs: fill it in at the end of the URL.`);
	return [];
}

function selected({ query }: RestCall, reach: Reach, notes: string[]): INodeParameters {
	const select = query.get('select_query');
	const value = select && parameterText(select, reach);
	if (value === undefined) {
		notes.push('The query is not known before the script runs: fill in select_query.');
	}
	notes.push('It needs the scope ZohoCRM.coql.READ.');
	return {
		method: 'POST',
		sendBody: true,
		contentType: 'json',
		specifyBody: 'keypair',
		bodyParameters: { parameters: [pair('select_query', value ?? '')] },
	};
}

function pairs(
	query: ReadonlyMap<string, KnownValue>,
	reach: Reach,
	notes: string[],
): INodeParameters[] {
	const found: INodeParameters[] = [];
	for (const [name, value] of query) {
		if (value.kind === 'null') continue;
		const text = parameterText(value, reach);
		if (text === undefined) {
			notes.push(`The parameter '${name}' is not known before the script runs: fill it in.`);
		}
		// A name that begins like an expression would be one.
		if (/^[\w.$-]+$/.test(name)) found.push(pair(name, text ?? ''));
		else notes.push('A parameter whose name is none of Zoho was left out.');
	}
	return found;
}

function pair(name: string, value: string): INodeParameters {
	return { name, value };
}

function pageNotes({ query }: RestCall): string[] {
	return query.has('page') || query.has('page_token')
		? ['It reads one page, as the script does.']
		: ['It reads the first page only, as the script does: add Pagination for more.'];
}
