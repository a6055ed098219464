import {
	defineModule,
	emptyDataset,
	type Dataset,
	type FieldDef,
	type NewRow,
} from '../../support/sandbox';
import type { Job } from './jobs';

export const PARENT_MODULE = 'Accounts';
/** Rows are contacts: a module whose records n8n's built-in node can list. */
export const ROW_MODULE = 'Contacts';
export const LIST = 'Contacts';
export const OPEN = 'Activities_Chronological_View';
export const CLOSED = 'Activities_Chronological_View_History';

export interface JobData {
	dataset: Dataset;
	/** IDs of the parent records. */
	parents: string[];
}

const CITIES = ['Lisbon', 'Turku', 'Leeds', 'Graz', 'Nantes', 'Gdansk', 'Ghent'];
const CHOSEN = ['Full_Name', 'Email', 'Phone', 'Department', 'Designation', 'Mailing_City'];
const SYSTEM = ['Owner', 'Created_By', 'Created_Time', 'Modified_Time', 'Modified_By', 'id'];

/** What a query finds the rows of several parents by; not among the fields that are read. */
const PARENT_LOOKUP: FieldDef = {
	...fieldNamed('Account_Name'),
	dataType: 'lookup',
	lookupModule: PARENT_MODULE,
};

/** API names of the fields that a job reads, `id` among them. */
export function fieldsOf({ fields }: Job): string[] {
	const extra = Array.from(
		{ length: fields - CHOSEN.length - SYSTEM.length },
		(_, n) => `Extra_${n}`,
	);
	return [...CHOSEN, ...extra, ...SYSTEM];
}

/** The organisation in which a job is done. */
export function datasetOf(job: Job): JobData {
	const builder = emptyDataset();
	const lookups = job.parents.length > 1 ? [PARENT_LOOKUP] : [];
	builder.withModule(defineModule(ROW_MODULE, [...fieldsOf(job).map(fieldNamed), ...lookups]));
	const row = rowOf(job);
	const total = job.parents.reduce((sum, rows) => sum + rows, 0);
	const parents = job.parents.map((rows) => {
		const recordId = builder.add(PARENT_MODULE).id;
		if (job.kind === 'list')
			return builder.withRelated(PARENT_MODULE, LIST, rows, { recordId, row });
		builder.withRelated(PARENT_MODULE, OPEN, Math.ceil(rows / 2), { recordId });
		return builder.withRelated(PARENT_MODULE, CLOSED, Math.floor(rows / 2), { recordId });
	});
	// So that there are as many records to list for a client that cannot read activities.
	if (job.kind === 'timeline') builder.addBlock(ROW_MODULE, total, row);
	return { dataset: builder.build(), parents };
}

function fieldNamed(apiName: string): FieldDef {
	const dataType = apiName.endsWith('_Time') ? 'datetime' : 'text';
	return { apiName, label: apiName.replace(/_/g, ' '), dataType, mandatory: false, custom: false };
}

function rowOf(job: Job): (index: number) => NewRow {
	const extra = fieldsOf(job).filter((name) => name.startsWith('Extra_'));
	return (index) => ({
		Full_Name: `Contact ${index}`,
		Email: `contact.${index}@customer-${index % 90}.example`,
		Phone: `+1 555 ${String(1_000_000 + ((index * 7919) % 9_000_000))}`,
		Department: index % 3 === 0 ? null : 'Purchasing',
		Designation: 'Head of Operations',
		Mailing_City: CITIES[index % CITIES.length] ?? null,
		...Object.fromEntries(extra.map((name) => [name, `${name} of ${index}`])),
	});
}
