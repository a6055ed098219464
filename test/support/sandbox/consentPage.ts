import type { Reply } from './reply';
import { htmlReply } from './reply';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeHtml = (text: string): string =>
	text.replace(/[&<>"]/g, (char) => escapes[char] ?? char);

const page = (title: string, content: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 32rem; margin: 4rem auto; padding: 0 1rem }
button { font: inherit; padding: .5rem 1.5rem; margin-right: .5rem }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`;

/** Asks the user for consent; all parameters of the request travel on in the form. */
export function consentPage(params: Record<string, string>): string {
	const scopes = (params.scope ?? '').split(',');
	const items = scopes.map((scope) => `<li>${escapeHtml(scope)}</li>`).join('\n');
	const hidden = Object.entries(params).map(
		([name, value]) =>
			`<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
	);
	const form = `<form method="post" action="/oauth/v2/auth">
${hidden.join('\n')}
<button type="submit" name="decision" value="allow">Allow</button>
<button type="submit" name="decision" value="deny">Deny</button>
</form>`;
	const text = '<p>This is a local sandbox. An application would like to:</p>';
	return page('Sandbox CRM access', `${text}\n<ul>\n${items}\n</ul>\n${form}`);
}

/** What the user sees where the request itself is wrong and there is nowhere to send them. */
export function errorPage(status: number, error: string): Reply {
	return htmlReply(status, page('Something is wrong with the request', `<p>${error}</p>`), error);
}
