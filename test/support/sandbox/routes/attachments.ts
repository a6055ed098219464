import type { Call } from '../call';
import { fileContent } from '../data/fileContent';
import type { Reply } from '../reply';
import { emptyReply, fileReply } from '../reply';
import { relatedEntry, relatedTarget } from './related';

/** GET /{module}/{id}/Attachments/{attachmentId}: the file itself (Zoho: Download an Attachment). */
export function attachment(call: Call): Reply {
	const row = relatedEntry(call, relatedTarget(call, { list: 'Attachments' }))?.row();
	if (!row || row.$type === 'Link URL') return emptyReply(204);
	return fileReply(String(row.File_Name), fileContent(row));
}
