import type { IPollFunctions } from 'n8n-workflow';
import { ItemParameters } from '../../ZohoCrmRelatedRecords/actions/parameters/itemParameters';
import { locatorOf } from '../../ZohoCrmRelatedRecords/actions/parameters/locator';
import { parameterTime } from '../../ZohoCrmRelatedRecords/actions/parameters/parameterTime';
import {
	apiName,
	flag,
	oneOf,
	wholeNumber,
} from '../../ZohoCrmRelatedRecords/actions/parameters/validate';
import { ACTIVITY_MODULES } from '../../ZohoCrmRelatedRecords/helpers/constants';
import type { ActivityModule } from '../../ZohoCrmRelatedRecords/helpers/types';
import { invalidParameter } from '../../ZohoCrmRelatedRecords/helpers/zohoError';
import { refuseUnwatchable } from './watchable';
import {
	EVENTS,
	type TriggerEvent,
	type WatchedModules,
	type WatchedRecord,
	type Watching,
} from './watching';

/** Rows of one poll, unless chosen otherwise. */
export const DEFAULT_MAX_PER_POLL = 1000;

/** Names that leave room for what the trigger itself has to read. */
const MAX_CHOSEN_FIELDS = 35;
const MAX_CHOSEN_LENGTH = 750;

/** Reads the trigger's parameters, checked; nothing is sent before all of them hold. */
export class TriggerParameters extends ItemParameters {
	constructor(poll: IPollFunctions) {
		super(
			{
				getNodeParameter: (path, _, fallback) => poll.getNodeParameter(path, fallback),
				getTimezone: () => poll.getTimezone(),
				getNode: () => poll.getNode(),
				getInputData: () => [],
			},
			0,
		);
	}

	/** @throws ZohoError INVALID_PARAMETER */
	watching(): Watching {
		const event = oneOf(this.raw('event') ?? 'created', EVENTS, 'event');
		const watch = oneOf(this.raw('watch') ?? 'record', ['record', 'module'], 'watch');
		const watched = watch === 'record' ? this.record() : this.modules(event);
		refuseUnwatchable(event, watched);
		return {
			event,
			watched,
			version: this.apiVersion(),
			fields: this.chosenFields(),
			includeParent: flag(this.option('includeParent') ?? true, 'includeParent'),
			isSimple: flag(this.option('simplify') ?? false, 'simplify'),
			max: wholeNumber(this.option('maxPerPoll') ?? DEFAULT_MAX_PER_POLL, 'maxPerPoll'),
		};
	}

	/** Second from which on rows are delivered, since 1970; undefined for now. */
	startFrom(): number | undefined {
		const value = this.option('startFrom');
		if (value === undefined) return undefined;
		const time = parameterTime(value, this.context.getTimezone(), 'startFrom');
		return Math.ceil(time.toSeconds());
	}

	private record(): WatchedRecord {
		const module = this.module();
		return {
			kind: 'record',
			module,
			recordId: this.recordId(module),
			name: cachedName(this.raw('recordId')),
			relatedList: this.relatedList(),
		};
	}

	private modules(event: TriggerEvent): WatchedModules {
		const parentField = this.raw('parentField') ?? '';
		const field = parentField === '' ? {} : { parentField: apiName(parentField, 'parentField') };
		const { value } = locatorOf(this.raw('childModule'));
		if (event !== 'activityClosed') {
			return { kind: 'module', modules: [apiName(value, 'childModule')], ...field };
		}
		const isAll = value === undefined || value === null || value === '';
		const modules: readonly ActivityModule[] = isAll
			? ACTIVITY_MODULES
			: [oneOf(value, ACTIVITY_MODULES, 'childModule')];
		return { kind: 'module', modules, ...field };
	}

	private chosenFields(): string[] {
		const fields = this.fields();
		const { length } = fields.join(',');
		if (fields.length <= MAX_CHOSEN_FIELDS && length <= MAX_CHOSEN_LENGTH) return fields;
		throw invalidParameter(
			'fields',
			`holds ${fields.length} fields with ${length} characters, more than a trigger can read in one request`,
			`Choose at most ${MAX_CHOSEN_FIELDS} with ${MAX_CHOSEN_LENGTH} characters, and read the others with the Zoho CRM Related Records node.`,
		);
	}
}

/** The name that the editor stores with a record chosen from the list. */
function cachedName(raw: unknown): string | null {
	const isStored = typeof raw === 'object' && raw !== null && 'cachedResultName' in raw;
	return isStored && typeof raw.cachedResultName === 'string' ? raw.cachedResultName : null;
}
