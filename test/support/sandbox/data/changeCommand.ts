import type { CrmData } from './crmData';
import type { NewRow } from './types';

interface OfRecord {
	module: string;
	recordId: string;
}

interface OfList extends OfRecord {
	list: string;
}

/** Something that a user does in Zoho CRM. */
export type ChangeCommand =
	/** Creates a row in a related list; rows name their parent by themselves. */
	| ({ do: 'add'; row?: NewRow } & OfList)
	/** Links a record that exists; `touches` says whether that counts as a change of it. */
	| ({ do: 'link'; rowId: string; touches?: { module: string } } & OfList)
	| ({ do: 'unlink'; rowId: string } & OfList)
	| ({ do: 'update'; values: NewRow } & OfRecord)
	| ({ do: 'delete' } & OfRecord)
	/** Creates a record that is related to nothing. */
	| { do: 'create'; module: string; row?: NewRow };

/** Changes to make again and again, one after the other. */
export interface ChangeTimer {
	everyMs: number;
	commands: readonly ChangeCommand[];
}

/** Does what a command says. @returns ID of the row */
export function applyChange(data: CrmData, command: ChangeCommand): string {
	switch (command.do) {
		case 'add':
			return data.addRelated(command.module, command.recordId, command.list, {
				...parentOf(data, command),
				...command.row,
			});
		case 'link':
			if (command.touches) data.updateRecord(command.touches.module, command.rowId, {});
			return data.addRelated(command.module, command.recordId, command.list, {
				id: command.rowId,
			});
		case 'unlink':
			data.removeRelated(command.module, command.recordId, command.list, command.rowId);
			return command.rowId;
		case 'update':
			data.updateRecord(command.module, command.recordId, command.values);
			return command.recordId;
		case 'delete':
			data.removeRecord(command.module, command.recordId);
			return command.recordId;
		case 'create':
			return data.addRecord(command.module, command.row);
	}
}

const ACTIVITY = /^(Calls|Events|Tasks)/;

/** How a row names the record it belongs to (Zoho: fields of notes and activities). */
function parentOf(data: CrmData, { module, recordId: id, list }: OfList): NewRow {
	const field = data.module(module)?.nameField ?? '';
	const name = data.record(module, id)?.[field] ?? null;
	if (list === 'Notes') {
		return { Parent_Id: { module: { api_name: module, id }, name, id }, $se_module: module };
	}
	if (list === 'Attachments') return { Parent_Id: { name, id }, $se_module: module };
	if (!ACTIVITY.test(list)) return {};
	return { [module === 'Contacts' ? 'Who_Id' : 'What_Id']: { name, id }, $se_module: module };
}
