import type { CrmData } from '../../sandbox';
import { companies } from './companies';
import { peopleAndDeals } from './peopleAndDeals';
import { relatedRows } from './relatedRows';

export { IDS } from './ids';

/** Puts the records that the corpus reads into a sandbox. */
export function addWorld(data: CrmData): void {
	for (const [module, id, values] of [...companies, ...peopleAndDeals]) {
		data.addRecord(module, { ...values, id });
	}
	for (const [module, id, list, row] of relatedRows) data.addRelated(module, id, list, row);
}
