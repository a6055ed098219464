import type { DatasetBuilder } from '../builder';
import type { Row } from '../types';
import type { Parent } from './related';

/** Rows of lists that are none of a standard module's, as recordings and reports show them. */
export function addSpecialRows(
	builder: DatasetBuilder,
	lead: Parent,
	deal: Parent,
	products: readonly Row[],
): void {
	builder.relate('Leads', lead.id, 'Zoho_Support', ...tickets);
	const score = builder.add('Entity_Scores__s', {
		Score: null,
		Positive_Score: 12,
		Negative_Score: -5,
		Touch_Point_Score: null,
		Scoring_Rule: { name: null, id: '4876876000000031111' },
	});
	builder.relate('Leads', lead.id, 'Entity_Scores__s', score);
	const links = products.slice(0, 2).map((product, index) =>
		builder.add('Deals_X_Products', {
			Product_Link: { name: String(product.Product_Name), id: product.id },
			Deal_Link: { name: deal.name, id: deal.id },
			Quantity_c: index + 3,
		}),
	);
	builder.relate('Deals', deal.id, 'Products9', ...links);
	addNoteFile(builder, lead);
	builder.add('Services__s', { Service_Name: 'Yearly inspection' });
	builder.add('Coupons__s', { Coupon_Code: 'SPRING' });
}

/** A file that hangs on a note, not on the record itself. */
function addNoteFile(builder: DatasetBuilder, lead: Parent): void {
	const noteId = builder.firstRelatedId('Leads', lead.id, 'Notes');
	const file = builder.add('Attachments', {
		File_Name: 'whiteboard.png',
		Size: '5120',
		Parent_Id: { name: null, id: noteId },
		$se_module: 'Notes',
		$type: 'Attachment',
		$link_url: null,
		$file_id: 'note1file',
	});
	builder.relate('Notes', noteId, 'Attachments', file);
}

/** Tickets of another Zoho app: keys in lower case, IDs of their own. */
const tickets: Row[] = [
	{ id: '40376000000123077', subject: 'Pump does not start', status: 'Open', ticketid: '204' },
	{ id: '40376000000123099', subject: 'Invoice sent twice', status: 'Closed', ticketid: '211' },
];
