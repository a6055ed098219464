import { Readable } from 'node:stream';
import type { IExecuteFunctions, IHttpRequestOptions, INodeParameters } from 'n8n-workflow';
import { ZohoCrmOAuth2Api } from '../../../credentials/ZohoCrmOAuth2Api.credentials';
import { ZohoCrmRelatedRecords } from '../../../nodes/ZohoCrmRelatedRecords/ZohoCrmRelatedRecords.node.js';
import { EngineRun } from '../bench/peers/engineRun';
import { Answers, fieldNames, FIRST_ID } from './answers';

/** What is read: lists of as many rows for each of the input items. */
interface Case {
	title: string;
	items: number;
	rows: number;
	fields: number;
}

const CASES: readonly Case[] = [
	{ title: '20,000 rows of 12 fields', items: 1, rows: 20_000, fields: 12 },
	{ title: '1,000 rows of 130 fields', items: 1, rows: 1000, fields: 130 },
	{ title: '2,000 input items of 5 rows', items: 2000, rows: 5, fields: 12 },
];
const ROUNDS = 3;
const API_URL = 'https://www.zohoapis.com';

/** The node, whose requests are answered at once, without a network. */
function answeredBy(answers: Answers) {
	return class extends ZohoCrmRelatedRecords {
		override async execute(this: IExecuteFunctions) {
			this.helpers.httpRequestWithAuthentication = async (_name, options: IHttpRequestOptions) => {
				await new Promise((resolve) => setImmediate(resolve));
				return {
					statusCode: 200,
					headers: { 'content-type': 'application/json', date: new Date().toUTCString() },
					body: Readable.from([Buffer.from(answers.textFor(options))], { objectMode: false }),
				};
			};
			return await ZohoCrmRelatedRecords.prototype.execute.call(this);
		}
	};
}

function parametersOf({ fields }: Case): INodeParameters {
	const named = (value: string): INodeParameters => ({ __rl: true, mode: 'name', value });
	return {
		operation: 'getRelatedRecords',
		module: named('Accounts'),
		recordId: { __rl: true, mode: 'id', value: '={{ $json.parent }}' },
		relatedList: named('Contacts'),
		fields: fields > 50 ? [] : fieldNames(fields),
		returnAll: true,
	};
}

/** Prints the least of some rounds: other work on the machine can only add to it. */
async function measure(wanted: Case): Promise<string> {
	const { title, items, rows, fields } = wanted;
	const engine = new EngineRun({
		type: 'n8n-nodes-zoho-crm-related-records.zohoCrmRelatedRecords',
		node: answeredBy(new Answers(rows, fieldNames(fields))),
		credential: ZohoCrmOAuth2Api,
		credentialData: {
			dataCenter: 'custom',
			accountsUrl: API_URL,
			apiUrl: API_URL,
			oauthTokenData: { access_token: 'token', api_domain: API_URL },
		},
	});
	const input = Array.from({ length: items }, (_, item) => ({
		parent: String(FIRST_ID + BigInt(item)),
	}));
	const read = async () => {
		return await engine.run({ parameters: parametersOf(wanted), input }, (json) => [json]);
	};
	await read();
	const used: number[] = [];
	for (let round = 0; round < ROUNDS; round += 1) {
		global.gc?.();
		const start = process.cpuUsage();
		const found = await read();
		const { user, system } = process.cpuUsage(start);
		used.push((user + system) / 1000);
		if (found.rows.length !== items * rows) throw new Error(found.errors[0] ?? 'Rows are missing');
	}
	const thousands = (items * rows) / 1000;
	return `| ${title} | ${(Math.min(...used) / thousands).toFixed(1)} ms |`;
}

async function main(): Promise<void> {
	console.log('| Job | Processor time for 1,000 rows |');
	console.log('| --- | ---: |');
	for (const wanted of CASES) console.log(await measure(wanted));
}

void main();
