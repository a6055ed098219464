import type { Call } from '../call';
import { readableModule } from '../call';
import { fileContent } from '../data/file-content';
import type { Reply } from '../reply';
import { emptyReply, fileReply } from '../reply';
import { relatedTarget } from './related';

/** GET /{module}/{id}/Attachments/{attachmentId}: the file itself (Zoho: Download an Attachment). */
export function attachment(call: Call): Reply {
	const module = readableModule(call);
	const { list, parent } = relatedTarget(call, module);
	const found = call.data
		.related(module.apiName, parent.id, list.apiName)
		.find(({ id }) => id === call.path[3]);
	const row = found?.row();
	if (!row || row.$type === 'Link URL') return emptyReply(204);
	return fileReply(String(row.File_Name), fileContent(row));
}
