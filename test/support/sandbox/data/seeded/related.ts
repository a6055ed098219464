import type { DatasetBuilder } from '../builder';
import { Choices } from '../random';
import type { NewRow, Row, RowSource } from '../types';
import { userAt } from '../users';
import type { ActivityValues } from './activityValues';
import { callValues, eventValues, taskValues } from './activityValues';
import { noteText, noteTitle } from './phrases';

export interface Parent {
	readonly module: string;
	readonly id: string;
	readonly name: string;
}

/** How many rows each related list has; lists not named are empty. */
export type Amounts = Partial<
	Record<
		| 'Notes'
		| 'Attachments'
		| 'Emails'
		| 'Calls'
		| 'Events'
		| 'Tasks'
		| 'Calls_History'
		| 'Events_History'
		| 'Tasks_History',
		number
	>
>;

const FILES = [
	'offer.pdf',
	'contract.docx',
	'site-plan.png',
	'price-list.xlsx',
	'Notiz für März.txt',
];

const activities: Record<string, ActivityValues> = {
	Calls: callValues(true),
	Events: eventValues(true),
	Tasks: taskValues(true),
	Calls_History: callValues(false),
	Events_History: eventValues(false),
	Tasks_History: taskValues(false),
};

/** Fills the lists that every kind of record has. */
export function fillLists(builder: DatasetBuilder, parent: Parent, amounts: Amounts): void {
	const { module, id } = parent;
	let calls: RowSource | undefined;
	for (const [list, count] of Object.entries(amounts)) {
		if (count > 0) {
			const source = builder.addBlock(
				list.replace('_History', ''),
				count,
				valuesOf(list, parent, () => calls),
			);
			if (list === 'Calls') calls = source;
			builder.relateSource(module, id, list, source);
		}
	}
}

function valuesOf(
	list: string,
	parent: Parent,
	calls: () => RowSource | undefined,
): ActivityValues {
	const { module, id, name } = parent;
	if (list === 'Notes')
		return (index, sequence) => noteValues(aboutOf(parent, index, calls()), sequence);
	if (list === 'Attachments') return (index, sequence) => fileValues(parent, index, sequence);
	if (list === 'Emails') return (index, sequence) => emailValues(index, sequence);
	const values = activities[list];
	if (!values) throw new Error(`nothing to fill ${list} with`);
	const link = module === 'Contacts' ? 'Who_Id' : 'What_Id';
	return (index, sequence) => ({
		...values(index, sequence),
		[link]: { name, id },
		$se_module: module,
	});
}

/** What a note is about: a lead's notes hold those of its calls as well, as recorded. */
function aboutOf(parent: Parent, index: number, calls: RowSource | undefined): Parent {
	if (parent.module !== 'Leads' || index % 5 !== 4 || calls === undefined) return parent;
	return parentOf('Calls', calls.rowAt(index % calls.count), 'Subject');
}

function noteValues({ module, id, name }: Parent, sequence: number): NewRow {
	const choices = new Choices(sequence);
	return {
		Note_Title: noteTitle(choices),
		Note_Content: noteText(choices),
		Parent_Id: { module: { api_name: module, id }, name, id },
		$se_module: module,
		$is_shared_to_client: false,
		$attachments: null,
		$voice_note: false,
	};
}

function fileValues({ id, name, module }: Parent, index: number, sequence: number): NewRow {
	const choices = new Choices(sequence);
	return {
		File_Name: FILES[index % FILES.length] ?? 'file.bin',
		Size: String(choices.between(900, 4_000_000)),
		Parent_Id: { name, id },
		$se_module: module,
		$type: 'Attachment',
		$link_url: null,
		$file_id: `file${sequence}${choices.below(1_000_000)}`,
	};
}

/** What Zoho tells apart by the parameter `type`; never shown. */
const EMAIL_KINDS = ['sent', 'user', 'sent', 'scheduled', 'user', 'draft'];

function emailValues(index: number, sequence: number): NewRow {
	const choices = new Choices(sequence);
	const { name, email, id } = userAt(sequence);
	return {
		subject: noteTitle(choices) ?? 'Re: your request',
		message_id: `m${sequence}.${choices.below(1_000_000)}`,
		time: `2025-05-${String(28 - (index % 28)).padStart(2, '0')}T11:55:16+05:30`,
		sent: true,
		from: { user_name: name, email },
		to: [{ user_name: 'Office', email: 'office@customer.example' }],
		cc: null,
		owner: { name, id },
		status: [{ type: 'sent' }],
		$kind: EMAIL_KINDS[index % EMAIL_KINDS.length] ?? 'sent',
		has_attachment: false,
		source: 'individual',
		read: index % 2 === 0,
	};
}

/** What others need to refer to a record. */
export function parentOf(module: string, row: Row, nameField: string): Parent {
	return { module, id: row.id, name: String(row[nameField]) };
}
