import { MAX_FIELDS, MAX_FIELDS_LENGTH, NOTES } from '../../helpers/constants';
import { NAME_FIELDS, NAME_FIELDS_OF_ALL } from '../../helpers/recordNames';
import { rowsInfo, type RelatedListName, type RowsInfo } from '../../transport/crm/allFields';
import { chunk } from '../../transport/crm/chunk';
import type { Run } from '../execution';

const NOTE_FIELDS = ['Note_Title', 'Note_Content', 'Owner', 'Created_Time', 'Modified_Time'];

/** What a digest needs of each row, beside its name. */
const NEEDED = ['Created_Time', 'Modified_Time', 'Owner'];

/**
 * The fields that a digest shows of the rows in a list that Zoho sorts: as many as one request takes,
 * and among them those that give the time and the title.
 * @throws ZohoError where they cannot be looked up
 */
export async function shownFields(run: Run, name: Required<RelatedListName>): Promise<RowsInfo> {
	const { relatedList } = name;
	if (relatedList === NOTES) return { fields: NOTE_FIELDS };
	const { module, fields } = await rowsInfo(run.metadata, run.client, name);
	const first = [NAME_FIELDS.get(module ?? '') ?? [], NEEDED, NAME_FIELDS_OF_ALL].flat();
	const inOrder = new Set([...first.filter((field) => fields.includes(field)), ...fields]);
	const [shown = []] = chunk([...inOrder], MAX_FIELDS, MAX_FIELDS_LENGTH);
	if (shown.length < inOrder.size) {
		run.hints.addRemark(
			`The digest shows ${shown.length} of the ${inOrder.size} fields of the rows in related list '${relatedList}'. Get Related Records reads them all.`,
		);
	}
	return { module, fields: shown };
}
