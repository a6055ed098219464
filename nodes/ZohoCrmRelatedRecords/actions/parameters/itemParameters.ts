import type { INodeExecutionData } from 'n8n-workflow';
import {
	API_VERSIONS,
	DEFAULT_API_VERSION,
	MAX_PAGE_SIZE,
	MAX_REQUESTS_AT_ONCE,
} from '../../helpers/constants';
import { LABELS, type ParameterName } from '../../helpers/labels';
import { shown } from '../../helpers/shown';
import { emptyExpression } from './emptyExpression';
import { externalKey } from './externalKey';
import { locatorOf, type Locator } from './locator';
import { otherModuleIn, recordIdFromUrl } from './recordUrl';
import { ifModifiedSince, parameterTime } from './parameterTime';
import { isToolExecution, type ToolContext } from './toolExecution';
import type { ApiVersion, RecordKey } from '../../helpers/types';
import {
	apiName,
	apiNames,
	fieldNames,
	flag,
	oneOf,
	recordId,
	refuseListOfRecords,
	wholeNumber,
} from './validate';
import { invalidParameter, type ZohoError } from '../../helpers/zohoError';

/** Where parameters come from: an execution, or a poll, which has no items. */
export interface ParameterSource extends ToolContext {
	getNodeParameter(path: string, itemIndex: number, fallback: null): unknown;
	getTimezone(): string;
	getInputData(): INodeExecutionData[];
}

/** Reads the parameters of one input item, checked; nothing is sent before all of them hold. */
export class ItemParameters {
	private readonly options: Record<string, unknown>;

	constructor(
		protected readonly context: ParameterSource,
		private readonly itemIndex: number,
	) {
		this.options = objectIn(this.raw('options'));
	}

	/** @throws ZohoError INVALID_PARAMETER, as do all readers here */
	module(): string {
		return apiName(this.required('module').value, 'module');
	}

	relatedList(): string {
		return apiName(this.required('relatedList').value, 'relatedList');
	}

	/** Empty means all. */
	relatedLists(): string[] {
		return apiNames(this.raw('relatedLists'), 'relatedLists');
	}

	/** The record, by its ID or, in the modules that have them, by an external ID. */
	recordKey(module: string): RecordKey {
		const locator = this.required('recordId');
		return locator.mode === 'externalId'
			? externalKey(locator.value, module)
			: { text: idIn(locator, module) };
	}

	/** ID of the record. @param module in which it is, as its address has to say */
	recordId(module: string): string {
		return idIn(this.required('recordId'), module);
	}

	/** What to find, whatever it is; unchecked. */
	searchFor(): unknown {
		return this.required('searchFor').value;
	}

	/** Text of a script. */
	script(): string {
		const { value } = this.required('script');
		if (typeof value === 'string' && value.trim() !== '') return value;
		throw invalidParameter(
			'script',
			value === null || typeof value === 'string' ? 'is empty' : `is not text: ${shown(value)}`,
			'Paste the Deluge script.',
		);
	}

	/** Empty means all fields. */
	fields(): string[] {
		return fieldNames(this.raw('fields'), 'fields');
	}

	/** Rows wanted of this item; Infinity for all. */
	limit(): number {
		const all = flag(this.raw('returnAll') ?? false, 'returnAll');
		return all ? Infinity : this.maxRows();
	}

	/** Rows wanted of this item. @param most that may be */
	maxRows(most?: number): number {
		return wholeNumber(this.raw('limit') ?? 50, 'limit', most);
	}

	apiVersion(): ApiVersion {
		return oneOf(this.option('apiVersion') ?? DEFAULT_API_VERSION, API_VERSIONS, 'apiVersion');
	}

	/** @param since the versions that can do what is wanted, newest first */
	apiVersionOf(since: readonly ApiVersion[], what: string): ApiVersion {
		const version = this.apiVersion();
		if (since.includes(version)) return version;
		throw invalidParameter(
			'apiVersion',
			`is ${version}, which cannot ${what}`,
			`Use ${since.join(' or ')}, or remove the option.`,
		);
	}

	pageSize(): number {
		return wholeNumber(this.option('pageSize') ?? MAX_PAGE_SIZE, 'pageSize', MAX_PAGE_SIZE);
	}

	/** Bound for the whole run; that of the first input item counts. */
	maxConcurrentRequests(): number {
		const value = this.option('maxConcurrentRequests') ?? MAX_REQUESTS_AT_ONCE;
		return wholeNumber(value, 'maxConcurrentRequests', MAX_REQUESTS_AT_ONCE);
	}

	/** Text of the If-Modified-Since header. */
	modifiedSince(): string | undefined {
		const value = this.option('modifiedSince');
		if (value === undefined) return undefined;
		return ifModifiedSince(parameterTime(value, this.context.getTimezone(), 'modifiedSince'));
	}

	/** ms since 1970 */
	instant(name: 'startTime' | 'endTime'): number | undefined {
		const value = this.option(name);
		if (value === undefined) return undefined;
		return parameterTime(value, this.context.getTimezone(), name).toMillis();
	}

	output(): OutputOptions {
		return {
			mode: oneOf(
				this.option('outputMode') ?? 'itemPerRecord',
				['itemPerRecord', 'itemPerInput'],
				'outputMode',
			),
			includeParent: flag(this.option('includeParent') ?? false, 'includeParent'),
			isSimple: flag(this.option('simplify') ?? isToolExecution(this.context), 'simplify'),
		};
	}

	/** Whether an AI agent gets what is read, and nobody chose how much of it. */
	isForAgent(): boolean {
		return this.option('simplify') === undefined && isToolExecution(this.context);
	}

	/** The value as n8n gives it, expressions resolved. */
	raw(name: ParameterName): unknown {
		try {
			return this.value(name);
		} catch (error) {
			const failing = name === 'options' ? this.failingOption() : name;
			throw expressionFailed(failing, error, this.hasItems);
		}
	}

	private value(path: string): unknown {
		return this.context.getNodeParameter(path, this.itemIndex, null);
	}

	/** n8n evaluates all options together, so it does not tell which one it was. */
	private failingOption(): ParameterName {
		const isFailing = (name: string) => {
			try {
				this.value(`options.${name}`);
				return false;
			} catch {
				return true;
			}
		};
		return (Object.keys(LABELS) as ParameterName[]).find(isFailing) ?? 'options';
	}

	/** An option; left out, empty and null are the same. */
	option(name: ParameterName): unknown {
		const value = Object.hasOwn(this.options, name) ? this.options[name] : undefined;
		return value === null || value === '' ? undefined : value;
	}

	/** A trigger has none. */
	private get hasItems(): boolean {
		return this.context.getInputData().length > 0;
	}

	/** A parameter that has to have a value. */
	private required(name: ParameterName): Locator {
		const locator = locatorOf(this.raw(name));
		const { value } = locator;
		if (value !== undefined && value !== null && value !== '') return locator;
		const { context, itemIndex } = this;
		const item = context.getInputData()[itemIndex]?.json;
		const stored = context.getNode().parameters[name];
		throw emptyExpression(name, stored, item, itemIndex) ?? isEmpty(name);
	}
}

export interface OutputOptions {
	mode: 'itemPerRecord' | 'itemPerInput';
	includeParent: boolean;
	/** Whether rows are simplified; where it is not chosen, they are for AI agents. */
	isSimple: boolean;
}

const WAYS_OUT: Partial<Record<ParameterName, string>> = {
	recordId: 'Choose a record from the list, or enter its ID: digits only.',
	script: 'Paste the Deluge script.',
	searchFor: 'Enter what to find.',
};

function isEmpty(parameter: ParameterName): ZohoError {
	const resolution = WAYS_OUT[parameter] ?? 'Choose from the list, or enter the API name.';
	return invalidParameter(parameter, 'is empty', resolution);
}

function expressionFailed(parameter: ParameterName, error: unknown, hasItems: boolean): ZohoError {
	const message = error instanceof Error ? error.message : String(error);
	return invalidParameter(
		parameter,
		`has an expression that failed: ${shown(message)}`,
		hasItems
			? 'Correct the expression, or make sure that the item has the data it refers to.'
			: 'Correct the expression.',
	);
}

/** The ID in a locator: itself, or in an address of a record of the module. */
function idIn({ mode, value }: Locator, module: string): string {
	if (mode !== 'url' || typeof value !== 'string') return recordId(value, 'recordId');
	refuseListOfRecords(value);
	refuseOtherModule(value, module);
	const id = recordIdFromUrl(value);
	if (id !== undefined) return id;
	if (!/[/.:]/.test(value)) return recordId(value, 'recordId');
	throw invalidParameter(
		'recordId',
		`is not the address of a Zoho CRM record: ${shown(value)}`,
		'Open the record in Zoho CRM and copy the address from the browser, for example https://crm.zoho.com/crm/org123/tab/Leads/4876876000000376008.',
	);
}

function refuseOtherModule(address: string, module: string): void {
	const other = otherModuleIn(address, module);
	if (other === undefined) return;
	throw invalidParameter(
		'recordId',
		`is the address of a record in module '${other}', but Module is '${module}'`,
		`Choose the module ${other}, or paste the address of a record in ${module}.`,
	);
}

/**
 * The options, as an object or as the JSON text of one, which expressions give as well.
 * @throws ZohoError INVALID_PARAMETER: what is no object would leave all filters out in silence
 */
function objectIn(value: unknown): Record<string, unknown> {
	const given = typeof value === 'string' ? parsed(value) : (value ?? {});
	if (typeof given === 'object' && given !== null && !Array.isArray(given)) {
		return Object.fromEntries(Object.entries(given));
	}
	throw invalidParameter(
		'options',
		`must be an object, not ${shown(value)}`,
		'Add the options one by one, or give an object such as {"pageSize": 100}.',
	);
}

function parsed(text: string): unknown {
	try {
		return text.trim() === '' ? {} : JSON.parse(text);
	} catch {
		return undefined;
	}
}
